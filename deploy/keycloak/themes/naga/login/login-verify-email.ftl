<#import "template.ftl" as layout>
<@layout.registrationLayout displayInfo=!isAppInitiatedAction??; section>
  <#if section = "header">
    ${msg("emailVerifyTitle")}
  <#elseif section = "form">
    <p class="lead">
      <#if verifyEmail??>${msg("emailVerifyInstruction1", verifyEmail)}<#else>${msg("emailVerifyInstruction4", user.email)}</#if>
    </p>
    <#if isAppInitiatedAction??>
      <form id="kc-verify-email-form" class="actions" action="${url.loginAction}" method="post">
        <button class="button button-primary button-wide" type="submit"><#if verifyEmail??>${msg("emailVerifyResend")}<#else>${msg("emailVerifySend")}</#if></button>
        <button class="button button-outline button-wide" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
      </form>
    </#if>
  <#elseif section = "info">
    ${msg("emailVerifyInstruction2")} <a href="${url.loginAction}">${msg("emailVerifyResend")}</a>
  </#if>
</@layout.registrationLayout>
