<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp") displayInfo=true; section>
  <#if section = "header">
    ${msg("nagaOtpTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("nagaOtpLead")}</p>
    <form id="kc-otp-login-form" class="form" onsubmit="login.disabled = true; return true;" action="${url.loginAction}" method="post" novalidate>
      <#if otpLogin.userOtpCredentials?size gt 1>
        <fieldset class="field">
          <legend>${msg("nagaOtpWhichDevice")}</legend>
          <#list otpLogin.userOtpCredentials as otpCredential>
            <label class="check">
              <input type="radio" name="selectedCredentialId" value="${otpCredential.id}" <#if otpCredential.id == (otpLogin.selectedCredentialId!"")>checked</#if>>
              <span>${otpCredential.userLabel!""}</span>
            </label>
          </#list>
        </fieldset>
      <#else>
        <input type="hidden" name="selectedCredentialId" value="${otpLogin.selectedCredentialId!""}">
      </#if>
      <@field.input name="otp" label=msg("loginOtpOneTime") autocomplete="one-time-code" fieldName="totp" autofocus=true />
      <@buttons.loginButton />
    </form>
  <#elseif section = "info">
    ${msg("nagaOtpHelp")}
  </#if>
</@layout.registrationLayout>
