package org.enrol.container;

import jakarta.annotation.security.PermitAll;
import java.util.concurrent.Callable;

/** Does what it is given, in the role that the container runs the bean in; the container takes no nested classes for beans. */
@PermitAll
public abstract class InRole {

    public <V> V call(Callable<V> deed) throws Exception {
        return deed.call();
    }
}
