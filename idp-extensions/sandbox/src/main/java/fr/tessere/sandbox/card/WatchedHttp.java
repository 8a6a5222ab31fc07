package fr.tessere.sandbox.card;

import fr.tessere.sandbox.trial.Exchange;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** An HTTP client that tells of each call: its last two words, how many bytes went, how it was answered. */
final class WatchedHttp extends HttpClient {
    private final HttpClient client;
    private final Consumer<Exchange> watch;

    WatchedHttp(HttpClient client, Consumer<Exchange> watch) {
        this.client = client;
        this.watch = watch;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        HttpResponse<T> answer = client.send(request, handler);
        watch.accept(seen(request, answer));
        return answer;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return client.sendAsync(request, handler).whenComplete((answer, failure) -> {
            if (answer != null) {
                watch.accept(seen(request, answer));
            }
        });
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.@Nullable PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    private static Exchange seen(HttpRequest request, HttpResponse<?> answer) {
        String path = request.uri().getPath();
        long bytes = request.bodyPublisher()
                .map(HttpRequest.BodyPublisher::contentLength)
                .orElse(0L);
        String length = answer.headers().firstValue("content-length").orElse("?");
        return new Exchange(
                "reader." + path.substring(path.lastIndexOf('/') + 1),
                request.method() + " …" + path.replaceFirst(".*(/tessere/readings/)[^/]+", "$1…") + "\n" + bytes
                        + " bytes, application/json",
                "HTTP " + answer.statusCode() + "\n" + length + " bytes");
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
