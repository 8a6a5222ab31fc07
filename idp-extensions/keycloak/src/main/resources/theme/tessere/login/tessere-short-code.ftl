<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("codeTitle")}<#elseif section == "form">
<#if refusal??>
<div class="notice error" role="alert" id="wrong">
  <p><strong>${happened}</strong></p>
  <p>${next}</p>
  <p class="small">${msg("refusedCode")} <code id="refusal">${refusal}</code> <a id="help" href="${help}">${msg("refusedHelp")}</a></p>
</div>
</#if>
<p>${msg("codeText")}</p>
<form action="${action}" method="post">
  <label for="code">${msg("codeLabel")}</label>
  <p class="hint" id="code-hint">${msg("codeHint")}</p>
  <input id="code" name="code" type="text" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false"
         aria-describedby="code-hint<#if refusal??> wrong</#if>"<#if refusal??> aria-invalid="true"</#if>>
  <button type="submit">${msg("codeButton")}</button>
</form>
<p class="notice warning">${msg("scamWarning")}</p>
</#if>
</@layout.registrationLayout>
