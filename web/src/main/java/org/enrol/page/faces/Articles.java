package org.enrol.page.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The longer texts (help, privacy, terms …): numbered sections of the bundle, each with a title, paragraphs and points. */
@Named
@RequestScoped
public class Articles {

    /** @param points shown as a list below the paragraphs */
    public record Section(String title, List<String> paragraphs, List<String> points) {
    }

    @Inject
    Texts texts;

    /** @param article first part of the keys: {@code <article>.<section>.title}, {@code .text.<n>}, {@code .point.<n>} */
    public List<Section> sections(String article) {
        List<Section> sections = new ArrayList<>();
        for (int number = 1; texts.has(article + "." + number + ".title"); number++) {
            String section = article + "." + number;
            sections.add(new Section(texts.get(section + ".title"), numbered(section + ".text."), numbered(section + ".point.")));
        }
        return sections;
    }

    private List<String> numbered(String prefix) {
        return IntStream.iterate(1, number -> texts.has(prefix + number), number -> number + 1)
                .mapToObj(number -> texts.get(prefix + number)).toList();
    }
}
