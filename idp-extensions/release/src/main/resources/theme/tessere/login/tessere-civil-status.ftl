<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("civil.title")}<#elseif section == "form">
<p class="lead">${text.of("civil.lead", service)}</p>
<#if form.wrong()?has_content>
<div class="notice error" role="alert" id="wrong"><p><strong>${text.of(form.wrong())}</strong></p></div>
</#if>
<form id="civil-status" action="${url.loginAction}" method="post">
  <#if askBirth>
  <h2>${text.of("civil.birth")}</h2>
  <#if form.choices()?has_content>
  <fieldset>
    <legend><strong>${text.of("civil.which")}</strong></legend>
    <#list form.choices() as choice>
    <p class="choice"><input type="radio" id="code-${choice.code()}" name="code" value="${choice.code()}" required> <label for="code-${choice.code()}">${choice.label()}</label></p>
    </#list>
  </fieldset>
  <input type="hidden" name="place" value="${form.place()}">
  <#else>
  <label for="place">${text.of("civil.place")}</label>
  <p class="small" id="place-how">${text.of("civil.place.how")}</p>
  <input id="place" name="place" type="text" value="${form.place()}" aria-describedby="place-how" autocomplete="off" maxlength="200">
  <label for="country">${text.of("civil.country")}</label>
  <select id="country" name="country">
    <option value="">${text.of("civil.country.france")}</option>
    <#list countries as country><option value="${country.code()}"<#if country.code() == form.country()> selected</#if>>${country.name()}</option></#list>
  </select>
  </#if>
  </#if>
  <#if askName>
  <label for="name">${text.of("civil.name")}</label>
  <p class="small" id="name-how">${text.of("civil.name.how")}</p>
  <input id="name" name="name" type="text" value="${form.usageName()}" aria-describedby="name-how" autocomplete="family-name" maxlength="200">
  </#if>
  <#if askEmail>
  <label for="email">${text.of("civil.email")}</label>
  <input id="email" name="email" type="email" value="${form.email()}" autocomplete="email" maxlength="200">
  </#if>
  <p class="small">${text.of("civil.marked")}</p>
  <p class="actions">
    <button class="button" type="submit" name="step" value="continue">${text.of("civil.continue")}</button>
    <button class="button quiet" type="submit" name="step" value="skip" formnovalidate>${text.of("civil.skip")}</button>
  </p>
</form>
</#if>
</@layout.registrationLayout>
