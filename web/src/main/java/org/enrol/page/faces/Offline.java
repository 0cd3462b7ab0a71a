package org.enrol.page.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;

/** What the page says that browsers keep for the time without a connection: in all languages, because it is fetched only once. */
@Named
@ApplicationScoped
public class Offline {

    /** One language's part of the page. */
    public record Message(Language language, String title, String body, String again) {
    }

    public List<Message> getMessages() {
        return Arrays.stream(Language.values()).map(Offline::message).toList();
    }

    private static Message message(Language language) {
        ResourceBundle texts = Texts.bundle(language);
        return new Message(language, texts.getString("offline.title"), texts.getString("offline.body"), texts.getString("offline.again"));
    }
}
