using System.Text.Json;
using MovieRec.Api.Outcomes;
using MovieRec.Emulators.Processes;

namespace MovieRec.Emulators;

/// <summary>Emulator cognito-local with a user pool and an app client that allows sign-in by password.</summary>
public sealed class CognitoLocal : IAsyncDisposable
{
    private readonly Emulator _emulator;
    private readonly SentCodes _codes;

    private CognitoLocal(Emulator emulator, Uri endpoint, EmulatedPool pool, string issuerDomain, string folder, TimeProvider clock)
    {
        _emulator = emulator;
        _codes = new SentCodes(Path.Combine(folder, ".cognito", "db", $"{pool.PoolId}.json"), clock);
        Endpoint = endpoint;
        PoolId = pool.PoolId;
        ClientId = pool.ClientId;
        Issuer = $"{issuerDomain}/{pool.PoolId}";
    }

    /// <summary>Address at which the emulator serves Cognito's API.</summary>
    public Uri Endpoint { get; }

    public string PoolId { get; }

    public string ClientId { get; }

    /// <summary>The <c>iss</c> of the tokens.</summary>
    public string Issuer { get; }

    /// <summary>Address of the pool's JWKS.</summary>
    public string JwksAddress => $"{Endpoint}{PoolId}/.well-known/jwks.json";

    /// <param name="installed">Folder of the installation.</param>
    /// <param name="folder">Folder of the accounts, created if missing; the pool of an earlier start is used again.</param>
    /// <param name="issuerDomain">Start of the issuer, such as <c>http://localhost:8080</c>; null for its own address, which changes with
    /// each start.</param>
    /// <param name="clock">Times the wait for the start.</param>
    /// <exception cref="ConfigurationException">The emulator cannot be started; the message is one sentence.</exception>
    public static async Task<CognitoLocal> StartAsync(
        EmulatorFolder installed, string folder, string? issuerDomain, TimeProvider clock, CancellationToken cancellationToken)
    {
        var port = LoopbackPort.Free();
        var endpoint = new Uri($"http://127.0.0.1:{port}/");
        issuerDomain ??= $"http://127.0.0.1:{port}";
        Directory.CreateDirectory(Path.Combine(folder, ".cognito"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, ".cognito", "config.json"),
            JsonSerializer.Serialize(new { TokenConfig = new { IssuerDomain = issuerDomain } }),
            cancellationToken);
        var options = new ChildProcessOptions
        {
            Command = "node",
            WorkingDirectory = folder,
            Arguments = [installed.Cognito],
            ExtraEnvironment = new Dictionary<string, string>(StringComparer.Ordinal) { ["HOST"] = "127.0.0.1", ["PORT"] = $"{port}" },
            Output = _ => { },
        };
        var emulator = await Emulator.StartAsync("cognito-local", options, port, clock, cancellationToken);
        try
        {
            using var http = new HttpClient { BaseAddress = endpoint };
            return new CognitoLocal(emulator, endpoint, await EmulatedPool.OpenAsync(http, cancellationToken), issuerDomain, folder, clock);
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the newest code of each unconfirmed account, oldest first.</summary>
    public Task<IReadOnlyList<SentCode>> CodesAsync(CancellationToken cancellationToken) => _codes.ReadAsync(cancellationToken);

    /// <summary>Reads the pool's JWKS.</summary>
    public async Task<string> JwksAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(JwksAddress, cancellationToken);
    }

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();
}
