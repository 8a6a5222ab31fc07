package fr.tessere.demo.page;

import fr.tessere.demo.settings.DemoSettings;
import fr.tessere.demo.signin.Door;
import fr.tessere.demo.signin.SignInRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The first page with its three doors, the page that says why nobody was let in, and the accessibility statement. */
@Controller
class Pages {
    private static final Pattern CODE_WORD = Pattern.compile("[a-z][a-z0-9-]{2,39}");

    private final DemoSettings settings;

    Pages(DemoSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal @Nullable OidcUser person, Model model) {
        model.addAttribute("doors", Door.values());
        model.addAttribute("signedIn", person != null);
        return "home";
    }

    /** The statement of the provider's pages: it speaks of these as well. */
    @GetMapping("/accessibility")
    String accessibility(Locale language, Model model) throws IOException {
        String name = language.getLanguage().equals("fr") ? "fr" : "en";
        Resource statement = new ClassPathResource("static/look/accessibility." + name + ".html");
        model.addAttribute("statement", statement.getContentAsString(StandardCharsets.UTF_8));
        return "accessibility";
    }

    @GetMapping("/refused")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String refused(
            @RequestParam(defaultValue = "other") String reason,
            @RequestParam(defaultValue = "") String code,
            Locale language,
            HttpServletRequest request,
            Model model) {
        HttpSession session = request.getSession(false);
        model.addAttribute("draft", session != null && DoorPages.draftWaits(session));
        model.addAttribute("reason", SignInRefusal.of(reason).word());
        model.addAttribute("code", CODE_WORD.matcher(code).matches() ? code : "");
        model.addAttribute("help", settings.help(code, language));
        return "refused";
    }
}
