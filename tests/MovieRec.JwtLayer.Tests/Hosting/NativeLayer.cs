using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace MovieRec.JwtLayer.Tests.Hosting;

/// <summary>Native library through its C interface.</summary>
/// <remarks>Library and settings exist once per process, so tests that call it must not run in parallel.</remarks>
internal sealed unsafe class NativeLayer
{
    public const string JwksAddress = "https://issuer.example.com/pool/.well-known/jwks.json";

    private readonly delegate* unmanaged<int> _version;
    private readonly delegate* unmanaged<byte*, int, delegate* unmanaged<nint, byte*, int, int, byte*, int, int>, nint, byte*, int,
        int> _configure;
    private readonly delegate* unmanaged<byte*, int, int, byte*, int, int> _verify;

    private NativeLayer(string path)
    {
        var library = NativeLibrary.Load(path);
        _version = (delegate* unmanaged<int>)NativeLibrary.GetExport(library, "cognitojwt_version");
        _configure =
            (delegate* unmanaged<byte*, int, delegate* unmanaged<nint, byte*, int, int, byte*, int, int>, nint, byte*, int,
                int>)NativeLibrary.GetExport(library, "cognitojwt_configure");
        _verify = (delegate* unmanaged<byte*, int, int, byte*, int, int>)NativeLibrary.GetExport(library, "cognitojwt_verify");
    }

    public int Version => _version();

    /// <param name="path">The library's file. A copy at another path is a separate library without configuration.</param>
    public static NativeLayer Load(string path) => new(path);

    /// <summary>Settings that accept <see cref="Tokens.Access"/>; token times follow the machine's clock.</summary>
    /// <remarks>A fetch has the longest timeout, and is not repeated within a test.</remarks>
    public static JsonObject Settings() => new()
    {
        ["issuer"] = Tokens.Issuer,
        ["jwks"] = JwksAddress,
        ["clientIds"] = new JsonArray(Tokens.ClientId),
        ["scope"] = "aws.cognito.signin.user.admin",
        ["fetchTimeoutSeconds"] = 60,
        ["fetchIntervalSeconds"] = 3_600,
    };

    /// <summary>Configures the library; returns null or the error as a sentence.</summary>
    public string? Configure(string json, TestFetch? fetch, int errorCapacity = 512)
    {
        var error = new byte[errorCapacity];
        var code = Configure(Encoding.UTF8.GetBytes(json), fetch, error);
        code.ShouldBeInRange(0, errorCapacity);
        return code == 0 ? null : Encoding.UTF8.GetString(error, 0, code);
    }

    public int Configure(byte[]? json, TestFetch? fetch, byte[]? error, int? length = null)
    {
        fixed (byte* first = json, target = error)
        {
            return _configure(
                first, length ?? json?.Length ?? 0, fetch is null ? null : TestFetch.Function, fetch?.Context() ?? 0, target, error?.Length
                    ?? 0);
        }
    }

    /// <summary>Verifies a token, which must give a result, and returns its JSON.</summary>
    public JsonNode Verify(string token, int wait = 60_000)
    {
        var result = new byte[4096];
        var length = Verify(Encoding.UTF8.GetBytes(token), result, wait);
        length.ShouldBeInRange(1, result.Length);
        return JsonNode.Parse(result.AsSpan(0, length))!;
    }

    public int Verify(byte[]? token, byte[]? result, int wait = 60_000, int? length = null, int? capacity = null)
    {
        fixed (byte* first = token, target = result)
            return _verify(first, length ?? token?.Length ?? 0, wait, target, capacity ?? result?.Length ?? 0);
    }
}
