package org.enrol.cluster;

import java.nio.file.Path;
import java.util.Map;

/**
 * The operators' scripts.
 *
 * @param folder      {@code wildfly-config/bin}
 * @param environment what they and the servers they start read
 */
record Scripts(Path folder, Map<String, String> environment) {

    Script named(String name) {
        return new Script(folder.resolve(name), environment);
    }
}
