package fr.tessere.demo.register;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The register: tells the address of whoever the access token is about (RFC 6750, RFC 9470). */
@RestController
final class Register {
    /** RFC 6750 §2.1, at most 8,000 characters. */
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer ([A-Za-z0-9._~+/=-]{1,8000})");

    private final AccessRules rules;

    Register(AccessRules rules) {
        this.rules = rules;
    }

    @GetMapping(path = "/api/register", produces = "application/json")
    ResponseEntity<AddressOnRecord> address(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
        if (authorization.isEmpty()) {
            return refused("Bearer");
        }
        Matcher bearer = BEARER.matcher(authorization);
        Optional<Jwt> token = bearer.matches() ? rules.read(bearer.group(1)) : Optional.empty();
        if (token.isEmpty()) {
            return refused("Bearer error=\"invalid_token\"");
        }
        return rules.lacks(token.get())
                .map(stepUp -> refused(stepUp.challenge()))
                .orElseGet(() -> ResponseEntity.ok(AddressOnRecord.OF_EVERYBODY));
    }

    private static ResponseEntity<AddressOnRecord> refused(String challenge) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
