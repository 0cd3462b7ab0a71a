package org.enrol.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes that ship, module by module, where the compiler left them; a WAR is no library, so the class path would hide its classes. */
class ProductClasses implements LocationProvider {

    @Override
    public Set<Location> get(Class<?> testClass) {
        return Stream.of("jpa", "ejb", "web").map(ProductClasses::compiled).map(Location::of).collect(Collectors.toSet());
    }

    private static Path compiled(String module) {
        Path classes = Repository.file(module + "/target/classes/org/enrol");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException("Compile first, the rules would see nothing of " + module + ": mvn -DskipTests package");
        }
        return Repository.file(module + "/target/classes");
    }
}
