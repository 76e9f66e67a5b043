using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace MovieRec.JwtLayer.Tests.Hosting;

/// <summary>Native library through its C interface.</summary>
/// <remarks>Library and settings exist once per process, so tests that call it must not run in parallel.</remarks>
internal sealed unsafe class NativeLayer
{
    private readonly delegate* unmanaged<int> _version;
    private readonly delegate* unmanaged<byte*, int, byte*, int, int> _configure;
    private readonly delegate* unmanaged<byte*, int, byte*, int, int> _setKeys;
    private readonly delegate* unmanaged<byte*, int, byte*, int, int> _verify;

    private NativeLayer(string path)
    {
        var library = NativeLibrary.Load(path);
        _version = (delegate* unmanaged<int>)NativeLibrary.GetExport(library, "cognitojwt_version");
        _configure = (delegate* unmanaged<byte*, int, byte*, int, int>)NativeLibrary.GetExport(library, "cognitojwt_configure");
        _setKeys = (delegate* unmanaged<byte*, int, byte*, int, int>)NativeLibrary.GetExport(library, "cognitojwt_set_keys");
        _verify = (delegate* unmanaged<byte*, int, byte*, int, int>)NativeLibrary.GetExport(library, "cognitojwt_verify");
    }

    public int Version => _version();

    /// <param name="path">The library's file. A copy at another path is a separate library without configuration.</param>
    public static NativeLayer Load(string path) => new(path);

    /// <summary>Settings that accept <see cref="Tokens.Access"/>; token times follow the machine's clock.</summary>
    public static JsonObject Settings() => new()
    {
        ["issuer"] = Tokens.Issuer,
        ["clientIds"] = new JsonArray(Tokens.ClientId),
        ["scope"] = "aws.cognito.signin.user.admin",
    };

    /// <summary>Configures the library; returns null or the error as a sentence.</summary>
    public string? Configure(string json, int errorCapacity = 512) => ReadError(Configure, json, errorCapacity);

    public int Configure(byte[]? json, byte[]? error, int? length = null) => Call(_configure, json, error, length, null);

    /// <summary>Replaces the keys; returns null or the error as a sentence.</summary>
    public string? SetKeys(string jwks, int errorCapacity = 512) => ReadError(SetKeys, jwks, errorCapacity);

    public int SetKeys(byte[]? jwks, byte[]? error, int? length = null) => Call(_setKeys, jwks, error, length, null);

    /// <summary>Verifies a token, which must give a result, and returns its JSON.</summary>
    public JsonNode Verify(string token)
    {
        var result = new byte[4096];
        var length = Verify(Encoding.UTF8.GetBytes(token), result);
        length.ShouldBeInRange(1, result.Length);
        return JsonNode.Parse(result.AsSpan(0, length))!;
    }

    public int Verify(byte[]? token, byte[]? result, int? length = null, int? capacity = null) =>
        Call(_verify, token, result, length, capacity);

    private static string? ReadError(Func<byte[]?, byte[]?, int?, int> function, string input, int errorCapacity)
    {
        var error = new byte[errorCapacity];
        var code = function(Encoding.UTF8.GetBytes(input), error, null);
        code.ShouldBeInRange(0, errorCapacity);
        return code == 0 ? null : Encoding.UTF8.GetString(error, 0, code);
    }

    private static int Call(
        delegate* unmanaged<byte*, int, byte*, int, int> function, byte[]? input, byte[]? output, int? length, int? capacity)
    {
        fixed (byte* first = input, target = output)
            return function(first, length ?? input?.Length ?? 0, target, capacity ?? output?.Length ?? 0);
    }
}
