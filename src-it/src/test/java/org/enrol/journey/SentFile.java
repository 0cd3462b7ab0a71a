package org.enrol.journey;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A file as a browser sends it. @param type as the browser believes */
record SentFile(String name, String type, byte[] content) {

    static final String BOUNDARY = "----enrol-tests-7d3a";

    static SentFile text(String name, String words) {
        return new SentFile(name, "text/plain", words.getBytes(StandardCharsets.UTF_8));
    }

    byte[] encoded(Form form, String field) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> each : form.fields().entrySet()) {
            if (!each.getKey().equals(field)) {
                write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + each.getKey() + "\"\r\n\r\n" + each.getValue() + "\r\n");
            }
        }
        write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name + "\"\r\nContent-Type: "
                + type + "\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
