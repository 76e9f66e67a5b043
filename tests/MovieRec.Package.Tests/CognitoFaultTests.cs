using MovieRec.Api;
using MovieRec.Aws.UserPool;
using MovieRec.Emulators.Processes;
using MovieRec.Package.Tests.Hosting;

namespace MovieRec.Package.Tests;

/// <summary>Deployed account functions when Cognito fails.</summary>
public sealed class CognitoFaultTests
{
    private const string Credentials = """{"email":"ann@example.com","password":"Marked-Password-1"}""";

    private static readonly (FunctionName Function, string Path, string Body)[] s_calls =
    [
        (FunctionName.Signin, "/auth/signin", Credentials),
        (FunctionName.Signup, "/auth/signup", Credentials),
        (FunctionName.RefreshToken, "/auth/refresh", """{"refreshToken":"marked-token"}"""),
    ];

    public static TheoryData<string> Faults => ["ServerError", "GatewayError", "Garbage", "Slow", "Dropped"];

    /// <summary>Returns the response of Cognito itself to these calls.</summary>
    private static Fault GetRefusal(string operation) => new(
        Status: 400, Body: $$"""{"__type":"{{(operation == "SignUp" ? "InvalidPasswordException" : "NotAuthorizedException")}}","message":"No."}""");

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Fault_OfCognito_IsTheContractsAnswerAndTheNextInvocationWorks(string name) => Task.WhenAll(s_calls.Select(async call =>
    {
        await using var cognito = new FaultyServer { Decide = _ => (Fault)typeof(Fault).GetProperty(name)!.GetValue(null)! };
        await using var function = await StartAsync(call.Function, cognito.Endpoint);
        (await function.CallAsync("POST", call.Path, call.Body)).ShouldBeUnavailable(call.Path);
        cognito.Calls.ShouldAllBe(operation => UserPoolOperations.Get(call.Function).Contains(operation), "the stack grants these");

        cognito.Decide = GetRefusal;
        (await function.CallUntilAvailableAsync("POST", call.Path, call.Body)).Status.ShouldBeInRange(400, 499, call.Path);
        function.Output.ShouldAllBe(
            line => !line.Contains("marked", StringComparison.OrdinalIgnoreCase) && !line.Contains("ann@", StringComparison.Ordinal));
    }));

    [Fact]
    public async Task Throttling_OfCognito_IsTheContracts429()
    {
        var throttled = new Fault(Status: 400, Body: """{"__type":"TooManyRequestsException","message":"Rate exceeded"}""");
        await using var cognito = new FaultyServer { Decide = _ => throttled };
        await using var function = await StartAsync(FunctionName.Signin, cognito.Endpoint);
        var response = await function.CallUntilAvailableAsync("POST", "/auth/signin", Credentials);
        response.Status.ShouldBe(429);
        response.Body["code"]!.GetValue<string>().ShouldBe("TooManyRequestsException");
        response.Field("Retry-After").ShouldNotBeNull();
    }

    [Fact]
    public async Task Cognito_ThatIsNotThere_IsUnavailable()
    {
        await using var function = await StartAsync(FunctionName.Signin, $"http://127.0.0.1:{LoopbackPort.Free()}");
        (await function.CallAsync("POST", "/auth/signin", Credentials)).ShouldBeUnavailable("refused");
    }

    private static Task<DeployedFunction> StartAsync(FunctionName name, string cognito) => DeployedFunction.StartAsync(
        name, new Dictionary<string, string>(StringComparer.Ordinal) { ["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"] = cognito });
}
