using System.Text.Json;
using Amazon.Runtime;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.Parameters;
using MovieRec.Emulators.Processes;
using MovieRec.TestKit;

namespace MovieRec.Aws.Tests.Parameters;

/// <summary>Store against a stand-in server: requests are checked, responses are chosen by the test.</summary>
public sealed class ParameterStoreTests : IAsyncDisposable
{
    private const string Name = "/movierec/tmdb-key";
    private const string Secret = "marked-secret-access-key";
    private const string Found = """{"Parameter":{"Name":"/movierec/tmdb-key","Type":"SecureString","Value":"marked-value ü","Version":3}}""";

    private readonly FaultyServer _server = new();
    private readonly ManualClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_Parameter_IsItsDecryptedValue()
    {
        _server.Decide = _ => new Fault(Body: Found);

        (await GetStore(new BasicAWSCredentials("AKID", Secret)).ReadAsync(Name, Cancellation)).ShouldBe("marked-value ü");

        _server.Calls.ShouldHaveSingleItem().ShouldBe("GetParameter");
        var body = JsonDocument.Parse(_server.Bodies.ShouldHaveSingleItem()).RootElement;
        body.EnumerateObject().Select(property => $"{property.Name}={property.Value}").ShouldBe([$"Name={Name}", "WithDecryption=True"]);
    }

    [Fact]
    public async Task Read_Request_IsSignedForTheRegion()
    {
        _server.Decide = _ => new Fault(Body: Found);

        await GetStore(new SessionAWSCredentials("AKID", Secret, "session/token+with=signs")).ReadAsync(Name, Cancellation);

        var sent = _server.Headers.ShouldHaveSingleItem();
        sent["authorization"].ShouldMatch(
            @"^AWS4-HMAC-SHA256 Credential=AKID/\d{8}/eu-west-1/ssm/aws4_request, ?SignedHeaders=\S+, ?Signature=[0-9a-f]{64}$");
        sent["x-amz-security-token"].ShouldBe("session/token+with=signs");
    }

    [Theory]
    [InlineData(
        "ParameterNotFound",
        "The parameter /movierec/tmdb-key is not there: put one of that name, a SecureString, into the Parameter Store of eu-west-1.")]
    [InlineData(
        "com.amazonaws.ssm#AccessDeniedException",
        "The parameter /movierec/tmdb-key may not be read: grant ssm:GetParameter on it to the functions' role, and kms:Decrypt if "
        + "it is encrypted with a key of the account's own.")]
    [InlineData(
        "UnrecognizedClientException",
        "The parameter /movierec/tmdb-key cannot be read: the Parameter Store of eu-west-1 responded UnrecognizedClientException.")]
    public async Task Read_Refused_IsOneSentenceThatSaysWhatToDo(string type, string message)
    {
        _server.Decide = _ => new Fault(Status: 400, Body: $$"""{"__type":"{{type}}","message":"marked-answer"}""");

        (await Should.ThrowAsync<ConfigurationException>(() => Store.ReadAsync(Name, Cancellation))).Message.ShouldBe(message);

        _server.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(500, """{"__type":"InternalServerError","message":"marked"}""")]
    [InlineData(503, "<html>marked</html>")]
    [InlineData(302, "")]
    [InlineData(400, """{"__type":"ThrottlingException","message":"marked"}""")]
    [InlineData(429, "")]
    [InlineData(400, "marked")]
    [InlineData(400, """{"__type":"marked and more"}""")]
    [InlineData(400, "{}")]
    [InlineData(200, "marked")]
    [InlineData(200, "null")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"Parameter":{"Value":{"marked":1}}}""")]
    public async Task Read_NoAnswer_IsTriedOnceMoreAndThenUnavailable(int status, string body)
    {
        _server.Decide = _ => new Fault(Status: status, Body: body);

        var failure = await Should.ThrowAsync<UnavailableException>(() => Store.ReadAsync(Name, Cancellation));

        failure.ToString().ShouldNotContain("marked");
        _server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Read_OneFault_IsTriedAgain()
    {
        var calls = 0;
        _server.Decide = _ => ++calls == 1 ? Fault.Dropped : new Fault(Body: Found);

        (await Store.ReadAsync(Name, Cancellation)).ShouldBe("marked-value ü");
    }

    [Fact]
    public async Task Read_Slow_IsUnavailableAtTheDeadline()
    {
        using var called = new SemaphoreSlim(0);
        _server.Decide = _ =>
        {
            called.Release();
            return Fault.Slow;
        };

        var reading = Store.ReadAsync(Name, Cancellation);
        await called.WaitAsync(Cancellation);
        _clock.Advance(ParameterStore.CallTimeout);

        await Should.ThrowAsync<UnavailableException>(() => reading);
    }

    [Fact]
    public async Task Read_ConnectionRefused_IsUnavailable()
    {
        var unused = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}/");
        var store = new ParameterStore(new BasicAWSCredentials("AKID", Secret), "eu-west-1", unused, _clock);

        await Should.ThrowAsync<UnavailableException>(() => store.ReadAsync(Name, Cancellation));
    }

    [Fact]
    public async Task Read_CallerGivesUp_IsCancelledAndNotUnavailable()
    {
        _server.Decide = _ => Fault.Slow;
        using var caller = new CancellationTokenSource();

        var reading = Store.ReadAsync(Name, caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private ParameterStore Store => GetStore(new BasicAWSCredentials("AKID", Secret));

    private ParameterStore GetStore(AWSCredentials credentials) => new(credentials, "eu-west-1", new Uri(_server.Endpoint), _clock);
}
