package org.enrol.schema;

import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema up to date before Hibernate compares it with the entities; a start-up bean would come too late for that.
 * Runs as the owner role through its own data source. Flyway's advisory lock lets one of several starting nodes migrate while the others wait.
 */
public class SchemaMigration implements Integrator {

    private static final String OWNER = "java:jboss/datasources/EnrolOwnerDS";

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(owner())
                .locations("classpath:db/migration")
                .placeholders(Map.of("application", ConfigProvider.getConfig().getValue("enrol.db.user", String.class)))
                .load()
                .migrate();
    }

    private static DataSource owner() {
        try {
            return (DataSource) new InitialContext().lookup(OWNER);
        } catch (NamingException e) {
            throw new IllegalStateException("The server has no data source " + OWNER + " (wildfly-config/cli/10-datasources.cli)", e);
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // nothing was kept open
    }
}
