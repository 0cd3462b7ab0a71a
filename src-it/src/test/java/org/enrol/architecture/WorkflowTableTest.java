package org.enrol.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The README shows the workflow as it is. After a change of the code, write it anew:
 * {@code mvn -q verify -Dtest=WorkflowTableTest -Dsurefire.failIfNoSpecifiedTests=false -DskipITs -Denrol.workflow.write=true}.
 */
class WorkflowTableTest {

    private static final Path README = Repository.file("README.md");
    private static final String BEGIN = "<!-- workflow: written by WorkflowTableTest -->\n";
    private static final String END = "<!-- end of workflow -->";

    @Test
    void theReadmeShowsTheTableThatTheCodeFollows() throws IOException {
        String text = Repository.text(README);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertThat(end).as("marks of the table in README.md").isGreaterThanOrEqualTo(begin);
        if (Boolean.getBoolean("enrol.workflow.write")) {
            Files.writeString(README, text.substring(0, begin) + WorkflowTable.markdown() + text.substring(end));
        } else {
            assertThat(text.substring(begin, end)).isEqualTo(WorkflowTable.markdown());
        }
    }
}
