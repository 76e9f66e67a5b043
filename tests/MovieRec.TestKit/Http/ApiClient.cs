using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MovieRec.TestKit.OpenApi;

namespace MovieRec.TestKit.Http;

/// <summary>HTTP client of a running service, as a front end would use it.</summary>
/// <remarks>Checks every response against the OpenAPI contract. Knows nothing of what runs at the address.</remarks>
public sealed class ApiClient : IDisposable
{
    public const string Password = "Correct-Horse-1";

    private readonly HttpClient _http;
    private readonly string? _inbox;

    /// <param name="address">Address of the service without path, such as <c>http://localhost:8080</c>.</param>
    /// <param name="inbox">Address of the service's inbox, with its token; null for a client that reads no mail.</param>
    public ApiClient(string address, string? inbox = null)
    {
        (Address, _inbox) = (address, inbox);
        var sockets =
            new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.None };
        _http = new HttpClient(new ContractHandler(sockets)) { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };
    }

    public string Address { get; }

    /// <summary>Access token sent with every request; null for none.</summary>
    public string? AccessToken { get; set; }

    public string? IdToken { get; private set; }

    public string? RefreshToken { get; private set; }

    public string? UserId { get; private set; }

    public string? Email { get; private set; }

    /// <summary>Creates a client with a new account, verified and signed in.</summary>
    public static async Task<ApiClient> SignedInAsync(string address, string inbox, string email)
    {
        var client = new ApiClient(address, inbox) { Email = email };
        await client.SignUpAndVerifyAsync(email);
        await client.SignInAsync(email);
        return client;
    }

    public async Task SignUpAndVerifyAsync(string email)
    {
        var created = await PostAsync("/auth/signup", new { email, password = Password });
        created.Status.ShouldBe(200, created.Text);
        UserId = created.Json.GetProperty("userSub").GetString();
        var verified = await PostAsync("/auth/signup", new { email, code = await LatestCodeAsync(email) });
        verified.Status.ShouldBe(200, verified.Text);
    }

    public async Task SignInAsync(string email)
    {
        var signedIn = await PostAsync("/auth/signin", new { email, password = Password });
        signedIn.Status.ShouldBe(200, signedIn.Text);
        AccessToken = signedIn.Json.GetProperty("AccessToken").GetString();
        IdToken = signedIn.Json.GetProperty("IdToken").GetString();
        RefreshToken = signedIn.Json.GetProperty("RefreshToken").GetString();
    }

    /// <summary>Returns the newest code sent to the address.</summary>
    public async Task<string> LatestCodeAsync(string email)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_inbox}&email={Uri.EscapeDataString(email)}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await _http.SendAsync(request);
        var mails = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
        return mails[mails.GetArrayLength() - 1].GetProperty("code").GetString()!;
    }

    public Task<ClientResponse> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<ClientResponse> PostAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body), headers);

    public Task<ClientResponse> DeleteAsync(string path, object? body = null) =>
        SendAsync(HttpMethod.Delete, path, body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body));

    /// <summary>Sends a body of any bytes.</summary>
    public async Task<ClientResponse> SendAsync(HttpMethod method, string path, byte[]? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        if (AccessToken is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {AccessToken}");
        foreach (var (name, value) in headers)
            Set(request, name, value);
        return await SendAsync(request);
    }

    /// <summary>Sends a request unchanged: with any framing and content type, and with a token only if it has one.</summary>
    /// <param name="request">Its address is the path below the stage.</param>
    public async Task<ClientResponse> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri("/prod" + request.RequestUri?.OriginalString, UriKind.Relative);
        using var response = await _http.SendAsync(request);
        return new ClientResponse(await ObservedResponse.GetAsync(response));
    }

    public void Dispose() => _http.Dispose();

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
        {
            request.Content!.Headers.Remove(name);
            request.Content.Headers.TryAddWithoutValidation(name, value);
        }
        else
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}

/// <summary>Response with its complete body.</summary>
public sealed class ClientResponse(ObservedResponse response)
{
    public int Status => response.Status;

    public string Text => Encoding.UTF8.GetString(response.Body.Span);

    public JsonElement Json => JsonDocument.Parse(response.Body).RootElement;

    /// <summary>Code of an error body; null if there is none.</summary>
    public string? Code => Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public IReadOnlyDictionary<string, string> Headers => response.Headers;

    public string? Header(string name) => response.Header(name);
}
