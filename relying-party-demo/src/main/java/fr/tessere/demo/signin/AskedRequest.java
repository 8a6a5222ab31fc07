package fr.tessere.demo.signin;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The request that this service sent with the browser.
 *
 * @param parameters by name
 */
public record AskedRequest(SortedMap<String, String> parameters) implements Serializable {
    /** Where the session keeps the last one. */
    public static final String NAME = "asked-request";

    public AskedRequest {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
}
