namespace MovieRec.TestKit.BadInput;

/// <summary>Bad requests about accounts and tokens.</summary>
/// <remarks>None of them counts as a wrong password or a wrong code of a user.</remarks>
public static class AuthCases
{
    private static readonly string s_password = $"Aa1!{new string('x', 253)}";
    private static readonly string s_email = $"{new string('x', 245)}@films.org";

    private static readonly (string What, string Json)[] s_credentials =
    [
        ("no fields", "{}"),
        ("no email", """{"password":"Correct-Horse-1"}"""),
        ("no password", """{"email":"ann@example.com"}"""),
        ("email null", """{"email":null,"password":"Correct-Horse-1"}"""),
        ("email a number", """{"email":5,"password":"Correct-Horse-1"}"""),
        ("email true", """{"email":true,"password":"Correct-Horse-1"}"""),
        ("email a list", """{"email":["ann@example.com"],"password":"Correct-Horse-1"}"""),
        ("email an object", """{"email":{"$ne":""},"password":"Correct-Horse-1"}"""),
        ("email empty", """{"email":"","password":"Correct-Horse-1"}"""),
        ("email blank", """{"email":"  ","password":"Correct-Horse-1"}"""),
        ("email of 255 characters", $$"""{"email":"{{s_email}}","password":"Correct-Horse-1"}"""),
        ("email with a NUL", """{"email":"ann\u0000@example.com","password":"Correct-Horse-1"}"""),
        ("email with a control character", """{"email":"ann\u0007@example.com","password":"Correct-Horse-1"}"""),
        ("email spelled Email", """{"Email":"ann@example.com","password":"Correct-Horse-1"}"""),
        ("password null", """{"email":"ann@example.com","password":null}"""),
        ("password a number", """{"email":"ann@example.com","password":12345678}"""),
        ("password a list", """{"email":"ann@example.com","password":["Correct-Horse-1"]}"""),
        ("password an object", """{"email":"ann@example.com","password":{}}"""),
        ("password empty", """{"email":"ann@example.com","password":""}"""),
        ("password with a NUL", """{"email":"ann@example.com","password":"Correct-Horse-1\u0000"}"""),
        ("password of 257 characters", $$"""{"email":"ann@example.com","password":"{{s_password}}"}"""),
    ];

    private static readonly (string What, string Json)[] s_signup =
    [
        ("code a number", """{"email":"ann@example.com","code":123456}"""),
        ("code a list", """{"email":"ann@example.com","code":["123456"]}"""),
        ("code true", """{"email":"ann@example.com","code":true}"""),
        ("code empty", """{"email":"ann@example.com","code":""}"""),
        ("code of 33 characters", """{"email":"ann@example.com","code":"123456789012345678901234567890123"}"""),
        ("code with a NUL", """{"email":"ann@example.com","code":"12345\u0000"}"""),
        ("code without email", """{"code":"123456"}"""),
        ("resend false", """{"email":"ann@example.com","resend":false}"""),
        ("resend a string", """{"email":"ann@example.com","resend":"true"}"""),
        ("resend 1", """{"email":"ann@example.com","resend":1}"""),
        ("resend without email", """{"resend":true}"""),
        ("resend with email a list", """{"email":[],"resend":true}"""),
    ];

    private static readonly (string What, string Json)[] s_emails =
    [
        ("email without an at sign", """{"email":"ann","password":"Correct-Horse-1"}"""),
        ("email with two at signs", """{"email":"ann@b@example.com","password":"Correct-Horse-1"}"""),
        ("email with nothing before the at sign", """{"email":"@example.com","password":"Correct-Horse-1"}"""),
        ("email with nothing after the at sign", """{"email":"ann@","password":"Correct-Horse-1"}"""),
        ("email with a space", """{"email":"ann b@example.com","password":"Correct-Horse-1"}"""),
        ("email with a line break", """{"email":"ann@example.com\r\nBcc: bob@example.com","password":"Correct-Horse-1"}"""),
        ("email with mark-up", """{"email":"<b>@example.com","password":"Correct-Horse-1"}"""),
        ("email with a display name", """{"email":"Ann <ann@example.com>","password":"Correct-Horse-1"}"""),
        ("email with an empty label", """{"email":"ann@example..com","password":"Correct-Horse-1"}"""),
        ("email that turns the writing round", """{"email":"ann\u202e@example.com","password":"Correct-Horse-1"}"""),
    ];

    private static readonly (string What, string Json)[] s_passwords =
    [
        ("password of 7 characters", """{"email":"ann@example.com","password":"Corr-1x"}"""),
        ("password without upper case", """{"email":"ann@example.com","password":"correct-horse-1"}"""),
        ("password without lower case", """{"email":"ann@example.com","password":"CORRECT-HORSE-1"}"""),
        ("password without a digit", """{"email":"ann@example.com","password":"Correct-Horse-x"}"""),
        ("password without a symbol", """{"email":"ann@example.com","password":"CorrectHorse1"}"""),
        ("password with emoji for a symbol", """{"email":"ann@example.com","password":"CorrectHorse1🎬"}"""),
    ];

    private static readonly (string What, string Json)[] s_refresh =
    [
        ("no fields", "{}"),
        ("refreshToken null", """{"refreshToken":null}"""),
        ("refreshToken a number", """{"refreshToken":5}"""),
        ("refreshToken false", """{"refreshToken":false}"""),
        ("refreshToken a list", """{"refreshToken":["x"]}"""),
        ("refreshToken an object", """{"refreshToken":{}}"""),
        ("refreshToken empty", """{"refreshToken":""}"""),
        ("refreshToken with a NUL", """{"refreshToken":"x\u0000"}"""),
        ("refreshToken of 8,193 characters", $$"""{"refreshToken":"{{new string('x', 8_193)}}"}"""),
        ("refreshToken spelled RefreshToken", """{"RefreshToken":"x"}"""),
    ];

    private static readonly (string What, string Json)[] s_unknownTokens =
    [
        ("refreshToken unknown", """{"refreshToken":"x"}"""),
        ("refreshToken of 8,192 characters", $$"""{"refreshToken":"{{new string('x', 8_192)}}"}"""),
        ("refreshToken of emoji", """{"refreshToken":"🎬🎬🎬"}"""),
        ("refreshToken with SQL", """{"refreshToken":"' OR '1'='1"}"""),
    ];

    public static IEnumerable<BadRequest> All =>
    [
        .. BadRequest.Bodies("POST /auth/signin", s_credentials),
        .. BadRequest.Bodies("POST /auth/signup", s_credentials),
        .. BadRequest.Bodies("POST /auth/signup", s_signup),
        .. BadRequest.Bodies("POST /auth/refresh", s_refresh),
        .. BadRequest.Bodies("POST /auth/refresh", s_unknownTokens, "401 NotAuthorizedException"),
    ];

    /// <summary>Requests that the user pool rejects, not the API itself.</summary>
    public static IEnumerable<BadRequest> OfThePool =>
    [
        .. BadRequest.Bodies("POST /auth/signup", s_emails, "400 InvalidParameterException"),
        .. BadRequest.Bodies("POST /auth/signup", s_passwords, "400 InvalidPasswordException"),
    ];
}
