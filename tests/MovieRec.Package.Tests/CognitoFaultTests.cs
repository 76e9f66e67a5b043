using System.Diagnostics;
using MovieRec.Api;
using MovieRec.Aws.Tests.Faults;
using MovieRec.Aws.UserPool;
using MovieRec.Emulators.Processes;
using MovieRec.Package.Tests.Hosting;

namespace MovieRec.Package.Tests;

/// <summary>The deployed functions of accounts when Cognito fails.</summary>
public sealed class CognitoFaultTests : IAsyncDisposable
{
    private const string Credentials = """{"email":"ann@example.com","password":"Marked-Password-1"}""";

    private static readonly TimeSpan s_functionTime = TimeSpan.FromSeconds(10);

    private static readonly (FunctionName Function, string Path, string Body)[] s_calls =
    [
        (FunctionName.Signin, "/auth/signin", Credentials),
        (FunctionName.Signup, "/auth/signup", Credentials),
        (FunctionName.RefreshToken, "/auth/refresh", """{"refreshToken":"marked-token"}"""),
    ];

    private readonly FaultyServer _cognito = new();

    public static TheoryData<string> Faults => ["ServerError", "GatewayError", "Garbage", "Slow", "Dropped"];

    /// <summary>What Cognito itself answers to these.</summary>
    private static Fault RefusalOf(string operation) => new(
        Status: 400, Body: $$"""{"__type":"{{(operation == "SignUp" ? "InvalidPasswordException" : "NotAuthorizedException")}}","message":"No."}""");

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Fault_OfCognito_IsTheContractsAnswerAndTheNextInvocationWorks(string name)
    {
        foreach (var (functionName, path, body) in s_calls)
        {
            await using var function = await StartAsync(functionName, _cognito.Endpoint);
            _cognito.Calls.Clear();
            _cognito.Decide = _ => (Fault)typeof(Fault).GetProperty(name)!.GetValue(null)!;
            var started = Stopwatch.GetTimestamp();
            (await function.CallAsync("POST", path, body)).ShouldBeUnavailable(path);
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(s_functionTime);

            _cognito.Calls.ShouldAllBe(operation => UserPoolOperations.Of(functionName).Contains(operation), "the stack grants these");
            _cognito.Decide = RefusalOf;
            (await function.CallAsync("POST", path, body)).Status.ShouldBeInRange(400, 499, path);
            function.Output.ShouldAllBe(line => !line.Contains("marked", StringComparison.OrdinalIgnoreCase) && !line.Contains("ann@", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Throttling_OfCognito_IsTheContracts429()
    {
        _cognito.Decide = _ => new Fault(Status: 400, Body: """{"__type":"TooManyRequestsException","message":"Rate exceeded"}""");
        await using var function = await StartAsync(FunctionName.Signin, _cognito.Endpoint);
        var answer = await function.CallAsync("POST", "/auth/signin", Credentials);
        answer.Status.ShouldBe(429);
        answer.Body["code"]!.GetValue<string>().ShouldBe("TooManyRequestsException");
        answer.Field("Retry-After").ShouldNotBeNull();
    }

    [Fact]
    public async Task Cognito_ThatIsNotThere_IsUnavailable()
    {
        await using var function = await StartAsync(FunctionName.Signin, $"http://127.0.0.1:{LoopbackPort.Free()}");
        (await function.CallAsync("POST", "/auth/signin", Credentials)).ShouldBeUnavailable("refused");
    }

    public ValueTask DisposeAsync() => _cognito.DisposeAsync();

    private static Task<DeployedFunction> StartAsync(FunctionName name, string cognito) => DeployedFunction.StartAsync(
        name, new Dictionary<string, string>(StringComparer.Ordinal) { ["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"] = cognito });
}
