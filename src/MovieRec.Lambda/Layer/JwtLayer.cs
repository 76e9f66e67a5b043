using System.Runtime.InteropServices;
using System.Text;

namespace MovieRec.Lambda.Layer;

/// <summary><c>libcognitojwt.so</c> of the JWT layer, with the functions of <c>src/MovieRec.JwtLayer/cognitojwt.h</c>.</summary>
/// <remarks>It is loaded only when the function starts: a function without the layer still runs and logs what is missing.</remarks>
internal sealed unsafe class JwtLayer
{
    public const int InterfaceVersion = 3;

    /// <summary>Name that is searched in <c>LD_LIBRARY_PATH</c>; in Lambda that has <c>/opt/lib</c>, the layers' <c>lib/</c>.</summary>
    public const string DefaultPath = "libcognitojwt.so";

    private const int ErrorCapacity = 512;

    /// <summary>Size of the buffer for a verdict; a rejection quotes at most a few hundred characters.</summary>
    private const int VerdictCapacity = 8 * 1024;

    private readonly delegate* unmanaged<byte*, int, byte*, int, int> _configure;
    private readonly delegate* unmanaged<byte*, int, byte*, int, int> _setKeys;
    private readonly delegate* unmanaged<byte*, int, byte*, int, int> _verify;

    private JwtLayer(nint library, string path)
    {
        _configure = (delegate* unmanaged<byte*, int, byte*, int, int>)Export(library, path, "cognitojwt_configure");
        _setKeys = (delegate* unmanaged<byte*, int, byte*, int, int>)Export(library, path, "cognitojwt_set_keys");
        _verify = (delegate* unmanaged<byte*, int, byte*, int, int>)Export(library, path, "cognitojwt_verify");
    }

    /// <param name="path">The library's file.</param>
    /// <param name="settings">The rules for accepting a token.</param>
    /// <exception cref="LayerException">The library cannot be loaded, has another interface, or rejects the settings.</exception>
    public static JwtLayer Open(string path, LayerSettings settings)
    {
        if (!NativeLibrary.TryLoad(path, out var library))
            throw new LayerException($"the JWT layer is not at {path}: attach it to this function.");
        var version = ((delegate* unmanaged<int>)Export(library, path, "cognitojwt_version"))();
        if (version != InterfaceVersion)
        {
            throw new LayerException(
                $"the JWT layer at {path} has interface version {version}, and this function was built for {InterfaceVersion}.");
        }
        var layer = new JwtLayer(library, path);
        if (Call(layer._configure, settings.ToJson().Span) is { } error)
            throw new LayerException($"the JWT layer rejects its settings: {error}");
        return layer;
    }

    /// <summary>Replaces the issuer's keys.</summary>
    /// <returns>Null, or the reason why the bytes are not a JWKS.</returns>
    public string? SetKeys(ReadOnlyMemory<byte> jwks) => Call(_setKeys, jwks.Span);

    /// <summary>Verifies a token without blocking.</summary>
    /// <exception cref="LayerException">The layer returned a code instead of a verdict, which is a fault of the layer.</exception>
    public LayerVerdict Verify(string token)
    {
        // The layer reads ASCII; another character becomes one that no token has.
        var ascii = Encoding.ASCII.GetBytes(token);
        var verdict = new byte[VerdictCapacity];
        int length;
        fixed (byte* first = ascii, target = verdict)
            length = _verify(first, ascii.Length, target, verdict.Length);
        return length >= 0 && length <= verdict.Length
            ? LayerVerdict.Read(verdict.AsSpan(0, length))
            : throw new LayerException($"the JWT layer returned code {length}");
    }

    private static nint Export(nint library, string path, string name) => NativeLibrary.TryGetExport(library, name, out var address)
        ? address
        : throw new LayerException($"the JWT layer at {path} has no {name}: it is a different library.");

    private static string? Call(delegate* unmanaged<byte*, int, byte*, int, int> function, ReadOnlySpan<byte> input)
    {
        Span<byte> error = stackalloc byte[ErrorCapacity];
        int length;
        fixed (byte* first = input, target = error)
            length = function(first, input.Length, target, error.Length);
        return length switch
        {
            0 => null,
            > 0 => Encoding.UTF8.GetString(error[..Math.Min(length, error.Length)]),
            _ => $"code {length}.",
        };
    }
}
