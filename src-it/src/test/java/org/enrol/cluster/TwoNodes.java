package org.enrol.cluster;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class the cluster, as the parameter of its constructor. The contract:
 *
 * <ul>
 * <li>Before each test the balancer and both nodes run, the archive that ships is deployed on both, and the balancer sends
 * people to both. What an earlier test killed is started again.
 * <li>The first start is that of both nodes at the same moment, on an empty database; it happens once for all classes.
 * <li>Servers, database and mail catcher belong to these tests alone; tests share them, and use addresses of their own.
 * <li>All servers are stopped after the last class of the run, and also when the run itself is killed.
 * </ul>
 */
final class TwoNodes implements BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext context) {
        cluster(context).bringUp();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return cluster(context);
    }

    private static Cluster cluster(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(Cluster.class, type -> Cluster.begin(), Cluster.class);
    }
}
