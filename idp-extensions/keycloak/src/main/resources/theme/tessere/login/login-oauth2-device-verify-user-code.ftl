<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section == "header">${msg("oauth2DeviceVerificationTitle")}<#elseif section == "form">
<p class="notice warning">${msg("deviceWarning")}</p>
<form action="${url.oauth2DeviceVerificationAction}" method="post">
  <label for="device-user-code">${msg("verifyOAuth2DeviceUserCode")}</label>
  <input id="device-user-code" name="device_user_code" type="text" required autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr">
  <button class="button" type="submit">${msg("doSubmit")}</button>
</form>
</#if>
</@layout.registrationLayout>
