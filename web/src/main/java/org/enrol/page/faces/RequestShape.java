package org.enrol.page.faces;

import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What no page of ours ever sends, whatever a person types: refused before anything reads it. */
final class RequestShape {

    /** Bytes. Our longest form is a few kilobytes. */
    static final long LONGEST_BODY = 256 * 1024;
    /** What a decoder puts in the place of bytes that are no UTF-8. */
    private static final int BROKEN = 0xFFFD;

    private RequestShape() {
    }

    /** Or does not say how long it is: every browser does, and what is too long is refused before it is read. */
    static boolean isTooLong(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > (UploadPage.owns(request) ? UploadPage.LONGEST_BODY : LONGEST_BODY) || length < 0 && request.getMethod().equals("POST");
    }

    /** What Faces takes for a form that somebody handed in: a link that names a view is one too, and would press a button without a token. */
    static boolean isHandedIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") || request.getParameterMap().containsKey(ResponseStateManager.VIEW_STATE_PARAM);
    }

    /** The only ways our pages send: with files only where a page takes them. */
    static boolean isForm(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "").split(";", 2)[0].strip();
        return type.equalsIgnoreCase("application/x-www-form-urlencoded") || type.equalsIgnoreCase("multipart/form-data") && UploadPage.owns(request);
    }

    /**
     * Control characters (no keyboard makes them, and PostgreSQL cannot keep NUL), broken encoding, and the same field twice. Back-office
     * tables may send a field several times.
     */
    static boolean isMalformed(HttpServletRequest request) {
        Map<String, String[]> fields = request.getParameterMap();
        boolean repeated = !BackOffice.owns(request) && fields.values().stream().anyMatch(values -> values.length > 1);
        Stream<String> texts = Stream.concat(fields.keySet().stream(), fields.values().stream().flatMap(Arrays::stream));
        return repeated || texts.anyMatch(RequestShape::isUnprintable);
    }

    private static boolean isUnprintable(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r'
                || c == BROKEN || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
