package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** Filters that people keep under names of their own. */
class SavedFiltersIT extends ClientTest {

    private static final int MOST = 20;
    private static final String WORK = "list=ALL&days=5&part=library";

    @Test
    void aFilterKeptUnderANameIsThereOnEveryListAndForNobodyElse() {
        Staff ada = Staff.administrator();
        Page saved = keeps(ada, "Old libraries");

        assertThat(saved.leadsTo()).isEqualTo("/admin/requests?" + WORK);
        assertThat(ada.visitor().open("/admin/requests?list=MINE").body()).contains("<a href=\"/admin/requests?" + WORK.replace("&", "&amp;") + "\"");
        assertThat(Staff.administrator().visitor().open("/admin/requests").words()).doesNotContain("Old libraries");
        keeps(ada, "OLD libraries");
        assertThat(Rows.count("select count(*) from saved_filter where account_id = ?", ada.id())).isEqualTo(1);

        Page filters = ada.visitor().open("/admin/filters?work=list%3DALL");
        Form drop = filters.formsTo("/admin/filters").filter(form -> form.id().equals("drops")).findFirst().orElseThrow();
        ada.visitor().submit(drop);
        assertThat(Rows.count("select count(*) from saved_filter where account_id = ?", ada.id())).isZero();
    }

    @Test
    void anEmptyNameAndATwentyFirstFilterAreRefused() {
        Staff ada = Staff.administrator();

        assertThat(keeps(ada, " ").error("filterName")).isEqualTo("Enter a name of 1 to 60 characters");
        assertThat(keeps(ada, "x".repeat(61)).status()).isEqualTo(422);
        for (int i = 0; i < MOST; i++) {
            assertThat(keeps(ada, "Filter " + i).status()).isEqualTo(302);
        }
        Page refused = keeps(ada, "One too many");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error("filterName")).contains("20 filters");
        assertThat(keeps(ada, "Filter 7").status()).as("a name that is there already").isEqualTo(302);
    }

    private static Page keeps(Staff staff, String name) {
        Page page = staff.visitor().open("/admin/filters?work=" + WORK.replace("=", "%3D").replace("&", "%26"));
        return staff.visitor().submit(page.form().with("filterName", name));
    }
}
