using System.Text;
using System.Text.Json;
using MovieRec.Api;
using MovieRec.Api.Auth;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.UserPool;

namespace MovieRec.Aws.Tests.UserPool;

/// <summary>Requests to Cognito, and handling of responses that no emulator gives.</summary>
public sealed class CognitoProtocolTests : IAsyncDisposable
{
    private const string Email = "Casey@Example.com";
    private const string Password = "Marked-Password-7";
    private const string Code = "918273";
    private const string RefreshToken = "marked-refresh-token";

    private static readonly Fault s_tokens = new(Body: """
        {"AuthenticationResult":{"AccessToken":"access","IdToken":"id","RefreshToken":"refresh","ExpiresIn":3600,"TokenType":"Bearer"},"ChallengeParameters":{}}
        """);

    private readonly FaultyServer _server = new();
    private readonly HttpClient _http = CognitoHttp.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CognitoUserPool Pool => GetPool(secret: null);

    [Fact]
    public async Task SignUp_Request_IsCognitosWithTheEmailInLowerCase()
    {
        _server.Decide = _ => new Fault(Body: """{"UserSub":"the-sub","UserConfirmed":false}""");

        (await Pool.SignUpAsync($" {Email} ", Password, Cancellation)).Succeeded(out var sub, out _).ShouldBeTrue();

        sub.ShouldBe("the-sub");
        ShouldHaveSent("SignUp", """
            {"ClientId":"the-client","Username":"casey@example.com","Password":"Marked-Password-7",
             "UserAttributes":[{"Name":"email","Value":"casey@example.com"}]}
            """);
    }

    [Fact]
    public async Task AnyCall_ClientWithASecret_SendsTheHash()
    {
        const string Hash = "/165Z0FRLLSQF/Qj6A0yFBIfmJdmysG9+cBW1mda9kQ=";
        var pool = GetPool("the-client-secret");
        _server.Decide = operation => operation == "InitiateAuth" ? s_tokens : new Fault(Body: """{"UserSub":"the-sub"}""");

        await pool.ResendConfirmationCodeAsync(Email, Cancellation);
        ShouldHaveSent("ResendConfirmationCode", $$"""{"ClientId":"the-client","SecretHash":"{{Hash}}","Username":"casey@example.com"}""");
        await pool.ConfirmSignUpAsync(Email, Code, Cancellation);
        ShouldHaveSent("ConfirmSignUp", $$"""
            {"ClientId":"the-client","SecretHash":"{{Hash}}","Username":"casey@example.com","ConfirmationCode":"918273"}
            """);
        await pool.SignInAsync(Email, Password, Cancellation);
        ShouldHaveSent("InitiateAuth", $$"""
            {"ClientId":"the-client","AuthFlow":"USER_PASSWORD_AUTH",
             "AuthParameters":{"USERNAME":"casey@example.com","PASSWORD":"Marked-Password-7","SECRET_HASH":"{{Hash}}"} }
            """);
    }

    [Fact]
    public async Task Refresh_ClientWithoutASecret_UsesTheFlow()
    {
        _server.Decide = _ => new Fault(Body: """{"AuthenticationResult":{"AccessToken":"access","IdToken":"id","ExpiresIn":3600}}""");

        (await Pool.RefreshAsync(RefreshToken, Cancellation)).Succeeded(out var tokens, out _).ShouldBeTrue();

        tokens.ShouldBe(new("access", "id", 3600));
        ShouldHaveSent("InitiateAuth", """
            {"ClientId":"the-client","AuthFlow":"REFRESH_TOKEN_AUTH","AuthParameters":{"REFRESH_TOKEN":"marked-refresh-token"}}
            """);
    }

    [Fact]
    public async Task Refresh_ClientWithASecret_SendsTheSecretItself()
    {
        _server.Decide = _ => s_tokens;

        (await GetPool("the-client-secret").RefreshAsync(RefreshToken, Cancellation)).Failure.ShouldBeNull();

        ShouldHaveSent("GetTokensFromRefreshToken", """
            {"ClientId":"the-client","ClientSecret":"the-client-secret","RefreshToken":"marked-refresh-token"}
            """);
    }

    [Fact]
    public async Task Refresh_RotationIsOn_GetsTokensTheOtherWay()
    {
        _server.Decide = operation => operation == "InitiateAuth"
            ? Error("InvalidParameterException", "REFRESH_TOKEN_AUTH flow not enabled for this client") : s_tokens;

        (await Pool.RefreshAsync(RefreshToken, Cancellation)).Succeeded(out var tokens, out _).ShouldBeTrue();

        tokens.ShouldBe(new("access", "id", 3600, "refresh"));
        _server.Calls.ShouldBe(["InitiateAuth", "GetTokensFromRefreshToken"]);
    }

    /// <summary>Guards against a bug: a rotated token was dropped, and the session ended when the old one was used again.</summary>
    [Theory]
    [InlineData(""", "RefreshToken": "rotated" """, """{"accessToken":"access","idToken":"id","expiresIn":3600,"refreshToken":"rotated"}""")]
    [InlineData("", """{"accessToken":"access","idToken":"id","expiresIn":3600}""")]
    public async Task Refresh_ANewRefreshToken_ReachesTheClient(string rotated, string body)
    {
        _server.Decide = _ => new Fault(Body: $$"""{"AuthenticationResult":{"AccessToken":"access","IdToken":"id","ExpiresIn":3600{{rotated}}} }""");
        var request = new ApiRequest
        {
            Method = "POST",
            Path = "/auth/refresh",
            Route = Routes.Find("POST", "/auth/refresh"),
            RequestId = "r",
            Body = """{"refreshToken":"marked-refresh-token"}"""u8.ToArray(),
        };

        var response = await new RefreshTokenFunction(Pool).HandleAsync(request, Cancellation);

        Encoding.UTF8.GetString(response.Body.Span).ShouldBe(body);
    }

    [Theory]
    [InlineData("NEW_PASSWORD_REQUIRED")]
    [InlineData("SMS_MFA")]
    public async Task SignIn_AnotherStepIsAskedFor_IsRefused(string challenge)
    {
        _server.Decide = _ => new Fault(Body: $$"""{"ChallengeName":"{{challenge}}","Session":"session","ChallengeParameters":{} }""");

        (await Pool.SignInAsync(Email, Password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.NotAuthorizedException);
    }

    [Theory]
    [InlineData("SignUp", "UsernameExistsException", FailureCode.UsernameExistsException)]
    [InlineData("SignUp", "InvalidPasswordException", FailureCode.InvalidPasswordException)]
    [InlineData("SignUp", "InvalidParameterException", FailureCode.InvalidPasswordException)]
    [InlineData("SignUp", "LimitExceededException", FailureCode.LimitExceededException)]
    [InlineData("ConfirmSignUp", "CodeMismatchException", FailureCode.CodeMismatchException)]
    [InlineData("ConfirmSignUp", "UserNotFoundException", FailureCode.CodeMismatchException)]
    [InlineData("ConfirmSignUp", "NotAuthorizedException", FailureCode.CodeMismatchException)]
    [InlineData("ConfirmSignUp", "ExpiredCodeException", FailureCode.ExpiredCodeException)]
    [InlineData("ConfirmSignUp", "TooManyFailedAttemptsException", FailureCode.LimitExceededException)]
    [InlineData("ResendConfirmationCode", "UserNotFoundException", null)]
    [InlineData("ResendConfirmationCode", "InvalidParameterException", null)]
    [InlineData("ResendConfirmationCode", "NotAuthorizedException", null)]
    [InlineData("ResendConfirmationCode", "LimitExceededException", FailureCode.LimitExceededException)]
    [InlineData("InitiateAuth", "NotAuthorizedException", FailureCode.NotAuthorizedException)]
    [InlineData("InitiateAuth", "UserNotFoundException", FailureCode.NotAuthorizedException)]
    [InlineData("InitiateAuth", "PasswordResetRequiredException", FailureCode.NotAuthorizedException)]
    [InlineData("InitiateAuth", "UserNotConfirmedException", FailureCode.UserNotConfirmedException)]
    [InlineData("InitiateAuth", "TooManyRequestsException", FailureCode.TooManyRequestsException)]
    [InlineData("Refresh", "NotAuthorizedException", FailureCode.NotAuthorizedException)]
    [InlineData("Refresh", "RefreshTokenReuseException", FailureCode.NotAuthorizedException)]
    [InlineData("Refresh", "TooManyRequestsException", FailureCode.TooManyRequestsException)]
    public async Task AnyCall_CognitosError_IsThePortsFailureAndTellsNothing(string operation, string type, FailureCode? expected)
    {
        // Some of Cognito's messages repeat the request's values.
        _server.Decide = _ =>
            Error($"com.amazonaws.cognito#{type}", $"Value '{Password}' at 'password', '{Code}', '{RefreshToken}', '{Email}'");

        var failure = await FailureOfAsync(operation);

        failure?.Code.ShouldBe(expected.ShouldNotBeNull());
        (failure is null).ShouldBe(expected is null);
        ShouldTellNothing(failure?.ToString() ?? "");
        _server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task SignUp_PasswordAgainstPolicy_IsToldWhichRule()
    {
        _server.Decide = _ => Error("InvalidPasswordException", "Password did not conform with policy: Password not long enough");

        (await Pool.SignUpAsync(Email, "short", Cancellation)).Failure
            .ShouldBe(new Failure(FailureCode.InvalidPasswordException, "Password did not conform with policy: Password not long enough"));
    }

    [Theory]
    [InlineData("ResourceNotFoundException", "User pool client the-client does not exist.")]
    [InlineData("NotAuthorizedException", "Client the-client is configured with secret but SECRET_HASH was not received")]
    [InlineData("InvalidParameterException", "USER_PASSWORD_AUTH flow not enabled for this client")]
    public async Task SignIn_ClientSetUpWrongly_IsNoWrongPassword(string type, string message)
    {
        _server.Decide = _ => Error(type, message);

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => Pool.SignInAsync(Email, Password, Cancellation));

        ShouldTellNothing(failure.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private CognitoUserPool GetPool(string? secret) => new(
        _http, new CognitoClientSettings { Endpoint = new Uri(_server.Endpoint), ClientId = "the-client", ClientSecret = secret },
        TimeProvider.System);

    private async Task<Failure?> FailureOfAsync(string operation) => operation switch
    {
        "SignUp" => (await Pool.SignUpAsync(Email, Password, Cancellation)).Failure,
        "ConfirmSignUp" => await Pool.ConfirmSignUpAsync(Email, Code, Cancellation),
        "ResendConfirmationCode" => await Pool.ResendConfirmationCodeAsync(Email, Cancellation),
        "InitiateAuth" => (await Pool.SignInAsync(Email, Password, Cancellation)).Failure,
        _ => (await Pool.RefreshAsync(RefreshToken, Cancellation)).Failure,
    };

    private void ShouldHaveSent(string operation, string body)
    {
        _server.Calls.Last().ShouldBe(operation);
        using var sent = JsonDocument.Parse(_server.Bodies.Last());
        using var expected = JsonDocument.Parse(body);
        JsonElement.DeepEquals(sent.RootElement, expected.RootElement).ShouldBeTrue(_server.Bodies.Last());
    }

    private static void ShouldTellNothing(string text)
    {
        foreach (var secret in (string[])[Password, Code, RefreshToken, Email])
            text.ShouldNotContain(secret, Case.Insensitive);
    }

    private static Fault Error(string type, string message) =>
        new(Status: 400, Body: $$"""{"__type":"{{type}}","message":"{{message}}"}""");
}
