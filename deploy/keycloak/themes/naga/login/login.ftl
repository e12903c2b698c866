<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "social-providers.ftl" as identityProviders>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username", "password") displayInfo=true; section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("nagaLead")}</p>
    <#if realm.password>
      <form id="kc-form-login" class="form" onsubmit="login.disabled = true; return true;" action="${url.loginAction}" method="post" novalidate>
        <#if !usernameHidden??>
          <@field.input name="username" label=msg("usernameOrEmail") error=messagesPerField.getFirstError("username", "password")
            autofocus=true autocomplete="username" value=login.username!"" />
          <@field.password name="password" label=msg("password") error="" forgotPassword=realm.resetPasswordAllowed autocomplete="current-password" />
        <#else>
          <@field.password name="password" label=msg("password") forgotPassword=realm.resetPasswordAllowed autofocus=true autocomplete="current-password" />
        </#if>
        <input type="hidden" id="id-hidden-input" name="credentialId" <#if auth.selectedCredential?has_content>value="${auth.selectedCredential}"</#if>>
        <@buttons.loginButton />
      </form>
    </#if>
  <#elseif section = "socialProviders">
    <#if realm.password && social.providers?? && social.providers?has_content>
      <@identityProviders.show social=social />
    </#if>
  <#elseif section = "info">
    ${msg("nagaHelp")}
  </#if>
</@layout.registrationLayout>
