using MovieRec.Api.Input;

namespace MovieRec.Api.Auth;

/// <summary>Fields that the auth bodies share; their form is checked here, their content by the user pool.</summary>
internal static class Credentials
{
    private const int EmailLength = 254;
    private const int PasswordLength = 256;

    public static string Email(BodyReader fields)
    {
        var email = fields.RequiredText(EmailLength, "email").Trim();
        if (EmailLetters.Problem(email) is { } problem)
            fields.AddError("email", problem);
        return email;
    }

    public static string Password(BodyReader fields) => fields.RequiredText(PasswordLength, "password");
}
