<#import "template.ftl" as layout>
<#import "citizen-frame.ftl" as c>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("passkey.title")}<#elseif section == "form">
<@c.wrongs/>
<p class="lead">${text.of("passkey.lead", service)}</p>
<form id="passkey" action="${url.loginAction}" method="post" data-challenge="${challenge}" data-rp="${rpId}">
  <#list ["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle", "error"] as name>
  <input type="hidden" name="${name}">
  </#list>
  <p class="actions"><button class="button" type="button" id="use-passkey" hidden autofocus>${text.of("passkey.button")}</button></p>
</form>
<noscript><p class="notice warning">${text.of("passkey.script")}</p></noscript>
<form class="actions" action="${url.loginAction}" method="post">
  <button class="button quiet" type="submit" name="step" value="document">${text.of("passkey.document")}</button>
  <button class="button plain" type="submit" name="step" value="leave">${msg("leaveButton", service)}</button>
</form>
<script type="module" src="${url.resourcesPath}/js/passkey.js"></script>
</#if>
</@layout.registrationLayout>
