package fr.tessere.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** An attacker's site on this machine: another port, so another origin, and as near as an origin can come. */
final class OtherOrigin implements AutoCloseable {
    private final HttpServer http;
    private volatile String page = "";

    private OtherOrigin(HttpServer http) {
        this.http = http;
        http.createContext("/", exchange -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
    }

    static OtherOrigin start() {
        try {
            return new OtherOrigin(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it serves from now on; the address to lure a person to. */
    String serving(String body) {
        page = "<!DOCTYPE html><title>free holidays</title>" + body;
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
