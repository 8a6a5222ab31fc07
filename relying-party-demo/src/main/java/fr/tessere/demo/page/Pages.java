package fr.tessere.demo.page;

import fr.tessere.demo.settings.DemoSettings;
import fr.tessere.demo.signin.SignInRefusal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The three pages: the door, what was learnt about the person, why nobody was let in. */
@Controller
class Pages {
    private static final Pattern CODE_WORD = Pattern.compile("[a-z][a-z0-9-]{2,39}");

    private final DemoSettings settings;

    Pages(DemoSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal @Nullable OidcUser person, Model model) {
        model.addAttribute("level", settings.level().word());
        model.addAttribute("signedIn", person != null);
        return "home";
    }

    @GetMapping("/signed-in")
    String signedIn(@AuthenticationPrincipal OidcUser person, Locale language, Model model) {
        SignInSheet sheet = new SignInSheet(person.getIdToken());
        model.addAttribute("identity", sheet.identity(language));
        model.addAttribute("proof", sheet.proof(language));
        model.addAttribute("specimen", sheet.specimen());
        model.addAttribute("technical", sheet.technical());
        return "signed-in";
    }

    @GetMapping("/refused")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String refused(
            @RequestParam(defaultValue = "other") String reason,
            @RequestParam(defaultValue = "") String code,
            Locale language,
            Model model) {
        model.addAttribute("reason", SignInRefusal.of(reason).word());
        model.addAttribute("code", CODE_WORD.matcher(code).matches() ? code : "");
        model.addAttribute("help", settings.help(code, language));
        return "refused";
    }
}
