package fr.tessere.operations.vitals;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resources.KeycloakApplication;

/**
 * Part of the server's {@code /health/well}: whether the logs grow and the trust folder is in order. Not part of its readiness: a node
 * that takes no sign-ins because a list is old helps nobody, and all nodes would be taken away at once.
 */
@Wellness
@ApplicationScoped
public class TessereHealth implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("tessere");
        Optional<Vitals> vitals = vitals();
        if (vitals.isEmpty()) {
            return answer.down().withData("faults", "not-started").build();
        }
        Vitals.Condition condition = vitals.get().condition();
        condition.numbers().forEach(answer::withData);
        answer.withData("faults", String.join(" ", condition.faults()));
        return answer.status(condition.faults().isEmpty()).build();
    }

    private static Optional<Vitals> vitals() {
        KeycloakSessionFactory factory = KeycloakApplication.getSessionFactory();
        return factory == null
                ? Optional.empty()
                : Optional.ofNullable(factory.getProviderFactory(RealmResourceProvider.class, "tessere"))
                        .filter(Vitals.Holder.class::isInstance)
                        .flatMap(one -> ((Vitals.Holder) one).vitals());
    }
}
