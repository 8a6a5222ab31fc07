<#import "template.ftl" as layout>
<#import "citizen-frame.ftl" as c>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("enrol.title")}<#elseif section == "form">
<@c.wrongs/>
<p class="lead">${text.of("enrol.lead")}</p>
<p>${text.of("enrol.kept")}</p>
<form id="passkey" action="${url.loginAction}" method="post" data-challenge="${challenge}" data-rp="${rpId}" data-name="${rpEntityName}"
  data-user="${userid}" data-known="${excludeCredentialIds}" data-algorithms="<#list signatureAlgorithms as algorithm>${algorithm?c}<#sep> </#list>">
  <#list ["clientDataJSON", "attestationObject", "publicKeyCredentialId", "transports", "error"] as name>
  <input type="hidden" name="${name}">
  </#list>
  <label for="label">${text.of("enrol.label")}</label>
  <input id="label" name="authenticatorLabel" maxlength="40" autocomplete="off" value="${freeLabel!""}">
  <p class="actions"><button class="button" type="button" id="use-passkey" hidden>${text.of("enrol.button")}</button></p>
</form>
<noscript><p class="notice warning">${text.of("passkey.script")}</p></noscript>
<#if isAppInitiatedAction??>
<form class="actions" action="${url.loginAction}" method="post">
  <button class="button quiet" type="submit" name="cancel-aia" value="true">${text.of("enrol.cancel")}</button>
</form>
</#if>
<script type="module" src="${url.resourcesPath}/js/passkey.js"></script>
</#if>
</@layout.registrationLayout>
