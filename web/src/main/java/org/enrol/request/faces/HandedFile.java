package org.enrol.request.faces;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.enrol.request.service.Download;

/** Writes a file that somebody else sent so that no browser shows or runs it on our site. */
public final class HandedFile {

    private HandedFile() {
    }

    /** Nothing of it may be kept, shown or run; the name in two spellings, for browsers that know only letters of English (RFC 6266). */
    public static void write(Download file, HttpServletResponse response) throws IOException {
        String plain = file.name().replaceAll("[^A-Za-z0-9._ -]", "_");
        String exact = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        response.setContentType(file.type());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact);
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(file.content().length);
        response.getOutputStream().write(file.content());
    }
}
