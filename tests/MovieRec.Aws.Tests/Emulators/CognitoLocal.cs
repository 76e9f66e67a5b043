using System.Diagnostics;
using System.Text;
using System.Text.Json;
using MovieRec.Aws.Tests.Emulators;
using MovieRec.Aws.UserPool;
using MovieRec.TestKit;

[assembly: AssemblyFixture(typeof(CognitoLocal))]

namespace MovieRec.Aws.Tests.Emulators;

/// <summary>cognito-local with a pool and an app client, one for all tests: they keep apart by their emails.</summary>
public sealed class CognitoLocal : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private EmulatorProcess? _process;
    private string _poolId = "";

    public HttpClient Http { get; } = CognitoHttp.CreateClient();

    public Uri Endpoint => new($"http://127.0.0.1:{_process!.Port}/");

    public string ClientId { get; private set; } = "";

    public CognitoUserPool Pool =>
        new(Http, new CognitoClientSettings { Endpoint = Endpoint, ClientId = ClientId }, TimeProvider.System);

    /// <summary>The code that was sent to an email. The emulator prints it, but not every time; its file of the pool has it.</summary>
    public string CodeSentTo(string email)
    {
        using var pool = JsonDocument.Parse(File.ReadAllText(_folder.File($".cognito/db/{_poolId}.json")));
        var user = pool.RootElement.GetProperty("Users").EnumerateObject().Select(user => user.Value).Single(user =>
            user.GetProperty("Attributes").EnumerateArray().Any(attribute => attribute.GetProperty("Name").GetString() == "email"
                && string.Equals(attribute.GetProperty("Value").GetString(), email, StringComparison.OrdinalIgnoreCase)));
        return user.GetProperty("ConfirmationCode").GetString()!;
    }

    public async ValueTask InitializeAsync()
    {
        var port = EmulatorProcess.FreePort();
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = _folder.Path,
            ArgumentList = { Path.Combine(EmulatorFolder.Path, "node_modules", "cognito-local", "lib", "bin", "start.js") },
            Environment = { ["HOST"] = "127.0.0.1", ["PORT"] = port.ToString() },
        };
        _process = await EmulatorProcess.StartAsync(start, port);

        var pool = await SetUpAsync("CreateUserPool", new { PoolName = "tests", AutoVerifiedAttributes = new[] { "email" } });
        _poolId = pool.GetProperty("UserPool").GetProperty("Id").GetString()!;
        var client = await SetUpAsync("CreateUserPoolClient", new { UserPoolId = _poolId, ClientName = "tests" });
        ClientId = client.GetProperty("UserPoolClient").GetProperty("ClientId").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<JsonElement> SetUpAsync(string operation, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint);
        request.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/x-amz-json-1.1");
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
