<#-- Stands where Keycloak has an account console: there is no profile to manage. No script, no style of its own. -->
<#assign server=resourceUrl?keep_before("/resources/")>
<#assign look=resourceUrl?keep_before("/account/") + "/login/" + resourceUrl?keep_after_last("/") + "/look">
<#assign realmAddress=server + "/realms/" + realm.name>
<#assign name=properties["name_" + locale]!properties.name_fr>
<!DOCTYPE html>
<html lang="${locale}" dir="${localeDir}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <title>${msg("accountTitle")} – ${name}</title>
  <link rel="icon" type="image/svg+xml" href="${look}/logo.svg">
  <link rel="stylesheet" href="${look}/look.css">
</head>
<body>
<a class="skip" href="#main">${msg("accountSkip")}</a>
<header class="top"><div class="in">
  <p class="brand"><img src="${look}/logo.svg" width="36" height="36" alt=""> <span>${name}</span></p>
</div></header>
<main id="main" tabindex="-1">
  <h1>${msg("accountTitle")}</h1>
  <p>${msg("accountKept")}</p>
  <p>${msg("accountEnd")}</p>
  <p class="actions">
    <a class="button" href="${realmAddress}/tessere-identity">${msg("accountIdentity")}</a>
    <a class="button quiet" href="${realmAddress}/protocol/openid-connect/logout">${msg("accountSignOut")}</a>
    <a class="button quiet" href="${realmAddress}/tessere/help">${msg("accountHelp")}</a>
  </p>
</main>
<footer><div class="in">
  <p>${msg("accountFoot")}</p>
  <p><a href="${realmAddress}/tessere/accessibility">${msg("accountAccessibility")}</a></p>
</div></footer>
</body>
</html>
