package fr.tessere.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the one {@link KeycloakServer} of the run, and the one {@link DemoService} in front of it: the first that
 * asks starts them, the end of the run ends them.
 */
public final class WithKeycloak implements ParameterResolver {
    private static final Namespace RUN = Namespace.create(WithKeycloak.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == KeycloakServer.class || type == DemoService.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(RUN);
        Running<KeycloakServer> server = keycloak(store);
        if (parameter.getParameter().getType() == KeycloakServer.class) {
            return server.value();
        }
        return demo(store, server.value()).value();
    }

    @SuppressWarnings("unchecked")
    private static Running<KeycloakServer> keycloak(ExtensionContext.Store store) {
        return store.getOrComputeIfAbsent("keycloak", key -> new Running<>(KeycloakServer.start()), Running.class);
    }

    @SuppressWarnings("unchecked")
    private static Running<DemoService> demo(ExtensionContext.Store store, KeycloakServer server) {
        return store.getOrComputeIfAbsent("demo", key -> new Running<>(DemoService.start(server)), Running.class);
    }

    private record Running<T extends AutoCloseable>(T value)
            implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() throws Exception {
            value.close();
        }
    }
}
