using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using MovieRec.Api.Http;
using MovieRec.Aws.Parameters;
using MovieRec.Emulators.Processes;
using MovieRec.TestKit;

namespace MovieRec.Aws.Tests.Parameters;

/// <summary>Against a server that speaks for the Parameter Store: what it is sent is checked, what it answers is the test's.</summary>
public sealed class ParameterStoreTests : IAsyncDisposable
{
    private const string Name = "/movierec/tmdb-key";
    private const string Secret = "marked-secret-access-key";
    private const string Found = """{"Parameter":{"Name":"/movierec/tmdb-key","Type":"SecureString","Value":"marked-value ü","Version":3}}""";

    private readonly FaultyServer _server = new();
    private readonly HttpClient _http = new();
    private readonly ManualClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_Parameter_IsItsDecryptedValue()
    {
        _server.Decide = _ => new Fault(Body: Found);

        (await StoreOf(new BasicAWSCredentials("AKID", Secret)).ReadAsync(Name, Cancellation)).ShouldBe("marked-value ü");

        _server.Calls.ShouldHaveSingleItem().ShouldBe("GetParameter");
        var body = JsonDocument.Parse(_server.Bodies.ShouldHaveSingleItem()).RootElement;
        body.EnumerateObject().Select(property => $"{property.Name}={property.Value}").ShouldBe([$"Name={Name}", "WithDecryption=True"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("session/token+with=signs")]
    public async Task Read_Request_IsSignedAsAwsDocuments(string? token)
    {
        _server.Decide = _ => new Fault(Body: Found);

        await StoreOf(token is null ? new BasicAWSCredentials("AKID", Secret) : new SessionAWSCredentials("AKID", Secret, token)).ReadAsync(Name, Cancellation);

        var sent = _server.Headers.ShouldHaveSingleItem();
        sent["x-amz-date"].ShouldBe("20261122T100000Z");
        sent["x-amz-target"].ShouldBe("AmazonSSM.GetParameter");
        sent["content-type"].ShouldBe("application/x-amz-json-1.1");
        sent.GetValueOrDefault("x-amz-security-token").ShouldBe(token);
        var authorization = sent["authorization"];
        authorization.ShouldStartWith("AWS4-HMAC-SHA256 Credential=AKID/20261122/eu-west-1/ssm/aws4_request,");
        var signedHeaders = Between(authorization, "SignedHeaders=", ",").Split(';');
        string[] needed = ["content-type", "host", "x-amz-date", "x-amz-target", .. token is null ? [] : (string[])["x-amz-security-token"]];
        needed.ShouldBeSubsetOf(signedHeaders);
        var signature = SignatureVersion4.Of(
            "POST", "/", signedHeaders.ToDictionary(name => name, name => sent[name]), Encoding.UTF8.GetBytes(_server.Bodies.Single()),
            Secret, sent["x-amz-date"], "eu-west-1", "ssm");
        Between(authorization, "Signature=", ",").ShouldBe(signature);
    }

    [Fact]
    public void Signature_OfAwsTestSuite_IsWhatAwsPublished() =>
        // "post-vanilla"
        SignatureVersion4.Of(
            "POST", "/", new Dictionary<string, string> { ["host"] = "example.amazonaws.com", ["x-amz-date"] = "20150830T123600Z" }, [],
            "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "20150830T123600Z", "us-east-1", "service")
            .ShouldBe("5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");

    [Theory]
    [InlineData("ParameterNotFound", "The parameter /movierec/tmdb-key is not there: put one of that name, a SecureString, into the Parameter Store of eu-west-1.")]
    [InlineData("com.amazonaws.ssm#AccessDeniedException", "The parameter /movierec/tmdb-key may not be read: grant ssm:GetParameter on it to the functions' role, and kms:Decrypt where it is encrypted with a key of the account's own.")]
    [InlineData("UnrecognizedClientException", "The parameter /movierec/tmdb-key cannot be read: the Parameter Store of eu-west-1 answered UnrecognizedClientException.")]
    public async Task Read_Refused_IsOneSentenceThatSaysWhatToDo(string type, string message)
    {
        _server.Decide = _ => new Fault(Status: 400, Body: $$"""{"__type":"{{type}}","message":"marked-answer"}""");

        (await Should.ThrowAsync<ParameterException>(() => Store.ReadAsync(Name, Cancellation))).Message.ShouldBe(message);

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

        // However long it takes on a busy machine: this is about trying again, not about the deadline.
        var store = new ParameterStore(_http, new BasicAWSCredentials("AKID", Secret), "eu-west-1", new Uri(_server.Endpoint), new NoDeadlines());
        (await store.ReadAsync(Name, Cancellation)).ShouldBe("marked-value ü");
    }

    [Fact]
    public async Task Read_Slow_IsUnavailableInTime()
    {
        _server.Decide = _ => Fault.Slow;
        var watch = Stopwatch.StartNew();

        await Should.ThrowAsync<UnavailableException>(() => Store.ReadAsync(Name, Cancellation));

        watch.Elapsed.ShouldBeLessThan(2 * ParameterStore.CallTimeout);
    }

    [Fact]
    public async Task Read_ConnectionRefused_IsUnavailable()
    {
        var nobody = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}/");
        var store = new ParameterStore(_http, new BasicAWSCredentials("AKID", Secret), "eu-west-1", nobody, _clock);

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

    [Theory]
    [InlineData("eu-west-1", "https://ssm.eu-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://ssm.cn-north-1.amazonaws.com.cn/")]
    public async Task Read_NoEndpointGiven_AsksTheRegions(string region, string address)
    {
        using var handler = new RecordingHandler();
        using var http = new HttpClient(handler);

        await new ParameterStore(http, new BasicAWSCredentials("AKID", Secret), region, null, _clock).ReadAsync(Name, Cancellation);

        handler.Asked.ShouldBe(new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private ParameterStore Store => StoreOf(new BasicAWSCredentials("AKID", Secret));

    private ParameterStore StoreOf(AWSCredentials credentials) => new(_http, credentials, "eu-west-1", new Uri(_server.Endpoint), _clock);

    private sealed class NoDeadlines : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private static string Between(string text, string start, string end)
    {
        var rest = text[(text.IndexOf(start, StringComparison.Ordinal) + start.Length)..];
        return rest.Split(end)[0].Trim();
    }

    /// <summary>Answers for an address that no test may ask.</summary>
    private sealed class RecordingHandler : HttpMessageHandler
    {
        public Uri? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Found) });
        }
    }
}
