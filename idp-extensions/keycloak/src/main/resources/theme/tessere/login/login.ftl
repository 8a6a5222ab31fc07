<#import "template.ftl" as layout>
<#-- For officers: citizens sign in with their document, and never see this page. -->
<@layout.registrationLayout; section>
<#if section == "header">${msg("loginAccountTitle")}<#elseif section == "form">
<link rel="stylesheet" href="${url.resourcesPath}/css/officer.css">
<form action="${url.loginAction}" method="post">
<p class="field"><label for="username">${msg("username")}</label>
<input id="username" name="username" value="${(login.username!'')}" required autocomplete="username" autofocus></p>
<p class="field"><label for="password">${msg("password")}</label>
<input id="password" name="password" type="password" required autocomplete="current-password"></p>
<p class="actions"><button class="button" type="submit" id="kc-login">${msg("doLogIn")}</button></p>
</form>
</#if>
</@layout.registrationLayout>
