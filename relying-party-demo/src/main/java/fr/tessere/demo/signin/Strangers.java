package fr.tessere.demo.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Where somebody goes who is not signed in: from forms of an old session to the first page; an
 * address that does not exist is said to be so.
 */
final class Strangers implements AuthenticationEntryPoint {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String door = request.getContextPath() + "/";
        if (!request.getMethod().equals("GET")) {
            response.sendRedirect(door);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
