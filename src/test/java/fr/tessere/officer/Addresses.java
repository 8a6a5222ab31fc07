package fr.tessere.officer;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;

/** The addresses of a resource of the server, as its class says: nobody can add one without being asked for it here. */
final class Addresses {
    private static final String ANNOTATIONS = "jakarta.ws.rs.";

    private final Iterable<JavaMethod> methods;

    private Addresses(Iterable<JavaMethod> methods) {
        this.methods = methods;
    }

    /** Of the class with this name; it is read and not loaded. */
    static Addresses of(String resource) {
        String room = resource.substring(0, resource.lastIndexOf('.'));
        return new Addresses(
                new ClassFileImporter().importPackages(room).get(resource).getMethods());
    }

    /** Of every method that answers this HTTP method, with {@code {}} for each part of it that is a parameter. */
    Set<String> answering(String method) {
        Set<String> found = new TreeSet<>();
        for (JavaMethod one : methods) {
            if (one.isAnnotatedWith(ANNOTATIONS + method)) {
                found.add(path(one).replaceAll("\\{[^}]*\\}", "{}"));
            }
        }
        return found;
    }

    /** Names of the HTTP methods that any of them answers. */
    Set<String> methods() {
        Set<String> found = new TreeSet<>();
        for (JavaMethod one : methods) {
            one.getAnnotations().stream()
                    .map(annotation -> annotation.getRawType().getName())
                    .filter(name -> name.startsWith(ANNOTATIONS) && !name.equals(ANNOTATIONS + "Path"))
                    .map(name -> name.substring(ANNOTATIONS.length()))
                    .forEach(found::add);
        }
        return found;
    }

    private static String path(JavaMethod method) {
        return method.tryGetAnnotationOfType(ANNOTATIONS + "Path")
                .map(annotation -> String.valueOf(annotation.get("value").orElse("")))
                .orElse("");
    }
}
