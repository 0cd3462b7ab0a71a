package org.enrol.page.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.text.Normalizer;

/** What somebody typed into a line: without blanks around it and in one spelling of Unicode (NFC). Never for passwords. */
@FacesConverter("enrol.line")
public class TypedLine implements Converter<String> {

    @Override
    public String getAsObject(FacesContext faces, UIComponent component, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent component, String value) {
        return value == null ? "" : value;
    }
}
