package org.enrol.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The security constraints of web.xml, read as the servlet specification (6.0, section 13.8) says. */
final class SiteConstraints {

    private final Map<String, Set<String>> rolesByPattern = new TreeMap<>();

    SiteConstraints(Path webXml) {
        try {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(webXml.toFile()).getDocumentElement();
            elements(root, "security-constraint").forEach(constraint -> {
                Set<String> roles = new HashSet<>(elements(constraint, "role-name").map(SiteConstraints::text).toList());
                elements(constraint, "url-pattern").map(SiteConstraints::text)
                        .forEach(pattern -> rolesByPattern.computeIfAbsent(pattern, none -> new HashSet<>()).addAll(roles));
            });
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(webXml + " cannot be read", e);
        }
    }

    /** The roles that open an address; null if everybody may. Only the pattern that fits best counts. */
    Set<String> rolesOf(String address) {
        if (rolesByPattern.containsKey(address)) {
            return rolesByPattern.get(address);
        }
        return rolesByPattern.keySet().stream().filter(pattern -> pattern.endsWith("/*"))
                .filter(pattern -> (address + "/").startsWith(pattern.substring(0, pattern.length() - 1)))
                .max(Comparator.comparing(String::length)).map(rolesByPattern::get).orElse(null);
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
