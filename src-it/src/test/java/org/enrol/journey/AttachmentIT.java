package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.enrol.doubles.Clamd;
import org.enrol.doubles.Clamd.Mood;
import org.enrol.surroundings.ClientTest;
import org.enrol.surroundings.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that applicants and staff add to a request: what is taken, who may read it, and what the malware scanner has to say. */
class AttachmentIT extends ClientTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private final Waiting jo = Waiting.at(Waiting.newDomain(), "jo");
    private final Staff ada = Staff.administrator();

    @BeforeEach
    @AfterEach
    void scannerIsWell() {
        Surroundings.clamd().be(Mood.WELL);
    }

    @Test
    void fileIsReadByItsSenderAndByStaffAndByNobodyElse() {
        Waiting kim = Waiting.at(jo.email().split("@")[1], "kim");
        Page sent = sends(SentFile.text("C:\\docs\\létter.txt", "We are public."));

        assertThat(jo.visitor().follow(sent).words()).contains("We have the file.", "létter.txt", "Text, 1 kB");
        long id = file("létter.txt");
        Page own = jo.visitor().open(download(jo, id));
        assertThat(own.body()).isEqualTo("We are public.");
        assertHandedOutSafely(own);
        assertThat(kim.status().words()).doesNotContain("tter.txt");
        assertThat(kim.visitor().open(download(kim, id)).status()).isEqualTo(404);
        assertThat(jo.visitor().open("/buyer/access/attachment?token=x&id=" + id).status()).isEqualTo(400);

        assertThat(page(ada).words()).contains("létter.txt").doesNotContain("Not scanned");
        Page read = ada.visitor().open("/admin/request/attachment?id=" + id);
        assertThat(read.body()).isEqualTo("We are public.");
        assertHandedOutSafely(read);
        assertThat(Staff.with("AUDITOR").visitor().open("/admin/request/attachment?id=" + id).status()).isEqualTo(200);
        assertThat(Staff.with("STAFF_MANAGER").visitor().open("/admin/request/attachment?id=" + id).status()).isEqualTo(403);
        assertThat(Buyer.active().visitor().open("/admin/request/attachment?id=" + id).status()).isEqualTo(403);
        assertThat(Visitor.fromNewNetwork().open("/admin/request/attachment?id=" + id).leadsTo()).startsWith("/sign-in");
        assertThat(Rows.count("select count(*) from audit_entry where action = 'PERSONAL_DATA_READ' and subject = ?", "attachment:" + id)).isEqualTo(2);
        assertThat(Rows.one("select encode(sha256, 'hex') from request_attachment where id = ?", id))
                .isEqualTo(Rows.one("select encode(sha256(convert_to('We are public.', 'UTF8')), 'hex')"));
    }

    @Test
    void staffAddFilesForStaff() {
        Page sent = ada.visitor().submit(ada.visitor().open("/admin/request/file?id=" + jo.request()).form(), "file", SentFile.text("call.txt", "She rang."));

        assertThat(sent.leadsTo()).startsWith("/admin/request?id=" + jo.request());
        assertThat(page(ada).words()).contains("call.txt", ada.name());
        assertThat(jo.status().words()).doesNotContain("call.txt");
        assertThat(jo.visitor().open(download(jo, file("call.txt"))).status()).isEqualTo(404);
        assertThat(Staff.with("SUPPORT").visitor().open("/admin/request/file?id=" + jo.request()).hasForm()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"page.txt, text/plain, <html><script>alert(1)</script></html>, must be a PDF", "run.txt, text/plain, #!/bin/sh, must be a PDF",
            "letter.pdf, application/pdf, plain words, not what its name says", "letter.txt, image/png, plain words, not what its name says",
            "letter, text/plain, plain words, not what its name says", "letter.txt.exe, text/plain, plain words, not what its name says",
            "picture.svg, image/svg+xml, <svg xmlns='http://www.w3.org/2000/svg'/>, must be a PDF", "empty.txt, text/plain, '', not empty"})
    void whatAFileIsItsContentSays(String name, String type, String content, String refusal) {
        Page refused = sends(new SentFile(name, type, content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(refused.status()).as("%s", refused).isEqualTo(422);
        assertThat(refused.error("file")).contains(refusal);
        assertThat(Rows.count("select count(*) from request_attachment where request_id = ?", jo.request())).isZero();
    }

    @Test
    void largestFileIsTakenAndALargerOneIsNot() {
        assertThat(sends(large("ok.txt", 10 * MEBIBYTE)).status()).isEqualTo(302);
        Page over = sends(large("over.txt", 10 * MEBIBYTE + 1));
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.error("file")).contains("10 MB or smaller");
        Page huge = sends(large("huge.txt", 12 * MEBIBYTE));
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.hasLayout()).isTrue();
    }

    @Test
    void otherPagesTakeNoFiles() {
        Page refused = jo.visitor().submit(jo.status().form().with("message", "x"), "file", SentFile.text("a.txt", "a"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(Visitor.fromNewNetwork().submit(form(), "file", SentFile.text("a.txt", "a")).status()).as("form of another browser").isEqualTo(403);
    }

    @Test
    void tenFilesAreEnoughAlsoWhenTheyComeAtOnce() {
        List<Form> forms = Stream.generate(this::form).limit(14).toList();

        List<Page> answers = IntStream.range(0, 14).mapToObj(i -> CompletableFuture.supplyAsync(
                () -> jo.visitor().submit(forms.get(i), "file", SentFile.text("f" + i + ".txt", "File " + i)))).toList().stream()
                .map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 302).hasSize(10);
        assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(4);
        assertThat(Rows.one("select string_agg(number::text, ' ' order by number) from request_attachment where request_id = ?", jo.request()))
                .isEqualTo("1 2 3 4 5 6 7 8 9 10");
    }

    @Test
    void formThatIsSentTwiceIsOneFile() {
        Form form = form();
        for (int i = 0; i < 2; i++) {
            assertThat(jo.visitor().submit(form, "file", SentFile.text("once.txt", "Once.")).status()).isEqualTo(302);
        }

        assertThat(Rows.count("select count(*) from request_attachment where request_id = ?", jo.request())).isEqualTo(1);
    }

    @Test
    void malwareIsKeptButNeverHandedOut() {
        sends(SentFile.text("bad.txt", "x " + Clamd.MALWARE));

        long id = file("bad.txt");
        assertThat(page(ada).words()).contains("bad.txt", "malware found");
        assertThat(jo.status().words()).contains("malware found");
        assertThat(ada.visitor().open("/admin/request/attachment?id=" + id).status()).isEqualTo(409);
        assertThat(jo.visitor().open(download(jo, id)).status()).isEqualTo(409);
        assertThat(Rows.count("select count(*) from audit_entry where action = 'ATTACHMENT_QUARANTINED' and subject = ?", "attachment:" + id)).isEqualTo(1);
        assertThat(Rows.count("select length(content) from request_attachment_content where attachment_id = ?", id)).isPositive();
    }

    @Test
    void fileIsHeldWhileTheScannerIsSilentAndJudgedWhenItSpeaks() {
        Surroundings.clamd().be(Mood.RAVING);
        sends(SentFile.text("good.txt", "Good."));
        sends(SentFile.text("bad.txt", Clamd.MALWARE));

        assertThat(page(ada).words()).contains("Being checked");
        assertThat(jo.visitor().open(download(jo, file("good.txt"))).status()).isEqualTo(409);
        Surroundings.clamd().be(Mood.WELL);
        Rows.change("update outbox_message set next_attempt_at = now() where topic = 'attachment-scan' and next_attempt_at is not null");

        Awaitility.await("both are judged").atMost(Mails.DELIVERY).until(() -> scans().equals(List.of("CLEAN", "QUARANTINED")));
        assertThat(jo.visitor().open(download(jo, file("good.txt"))).body()).isEqualTo("Good.");
    }

    private List<String> scans() {
        return Rows.list("select scan from request_attachment where request_id = ? order by id", jo.request());
    }

    private static void assertHandedOutSafely(Page file) {
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition").orElse("")).startsWith("attachment; filename=\"l_tter.txt\"").contains("filename*=UTF-8''l%C3%A9tter.txt");
        assertThat(file.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.header("Content-Security-Policy").orElse("")).startsWith("default-src 'none'; sandbox");
        assertThat(file.header("Cache-Control")).contains("no-store");
        assertThat(file.header("Content-Type").orElse("")).startsWith("text/plain");
    }

    private Page sends(SentFile file) {
        return jo.visitor().submit(form(), "file", file);
    }

    private Form form() {
        return jo.visitor().open(jo.link().replace("/buyer/access", "/buyer/access/file")).form();
    }

    private Page page(Staff staff) {
        return staff.visitor().open("/admin/request?id=" + jo.request());
    }

    private long file(String name) {
        return Rows.count("select id from request_attachment where request_id = ? and name = ?", jo.request(), name);
    }

    private static String download(Waiting one, long id) {
        return one.link().replace("/buyer/access", "/buyer/access/attachment") + "&id=" + id;
    }

    private static SentFile large(String name, int bytes) {
        return SentFile.text(name, "x".repeat(bytes));
    }
}
