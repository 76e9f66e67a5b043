using System.Runtime.InteropServices;
using System.Text;

namespace MovieRec.Lambda.Layer;

/// <summary><c>libcognitojwt.so</c> of the JWT layer, with the functions of <c>src/MovieRec.JwtLayer/cognitojwt.h</c>.</summary>
/// <remarks>It is loaded only when the function starts: a function without the layer still runs and logs what is missing.</remarks>
internal sealed unsafe class JwtLayer
{
    public const int InterfaceVersion = 2;

    /// <summary>Name that is searched in <c>LD_LIBRARY_PATH</c>; in Lambda that has <c>/opt/lib</c>, the layers' <c>lib/</c>.</summary>
    public const string DefaultPath = "libcognitojwt.so";

    private const int ErrorCapacity = 512;

    private readonly delegate* unmanaged<byte*, int, delegate* unmanaged<nint, byte*, int, int, byte*, int, int>, nint, byte*, int,
        int> _configure;
    private readonly delegate* unmanaged<byte*, int, int, byte*, int, int> _verify;

    private JwtLayer(nint configure, nint verify)
    {
        _configure =
            (delegate* unmanaged<byte*, int, delegate* unmanaged<nint, byte*, int, int, byte*, int, int>, nint, byte*, int, int>)configure;
        _verify = (delegate* unmanaged<byte*, int, int, byte*, int, int>)verify;
    }

    /// <param name="path">The library's file.</param>
    /// <param name="settings">The rules for accepting a token.</param>
    /// <param name="fetch">Gets the keys.</param>
    /// <exception cref="LayerException">The library cannot be loaded, has another interface, or rejects the settings.</exception>
    public static JwtLayer Open(string path, LayerSettings settings, LayerFetch fetch)
    {
        if (!NativeLibrary.TryLoad(path, out var library))
            throw new LayerException($"the JWT layer is not at {path}: attach it to this function.");
        var version = ((delegate* unmanaged<int>)Export(library, path, "cognitojwt_version"))();
        if (version != InterfaceVersion)
        {
            throw new LayerException(
                $"the JWT layer at {path} has interface version {version}, and this function was built for {InterfaceVersion}.");
        }
        var layer = new JwtLayer(Export(library, path, "cognitojwt_configure"), Export(library, path, "cognitojwt_verify"));
        layer.Configure(settings.ToJson().Span, fetch);
        return layer;
    }

    /// <summary>Verifies a token.</summary>
    /// <param name="token">ASCII.</param>
    /// <param name="wait">Maximum wait for keys, in milliseconds; 0 never blocks.</param>
    /// <param name="result">Buffer for the JSON.</param>
    /// <returns>The length of the JSON, or a code of <c>cognitojwt.h</c> (<see cref="LayerCode"/>).</returns>
    public int Verify(ReadOnlySpan<byte> token, int wait, Span<byte> result)
    {
        fixed (byte* first = token, target = result)
            return _verify(first, token.Length, wait, target, result.Length);
    }

    private static nint Export(nint library, string path, string name) => NativeLibrary.TryGetExport(library, name, out var address)
        ? address
        : throw new LayerException($"the JWT layer at {path} has no {name}: it is a different library.");

    private void Configure(ReadOnlySpan<byte> json, LayerFetch fetch)
    {
        Span<byte> error = stackalloc byte[ErrorCapacity];
        int length;
        fixed (byte* first = json, target = error)
            length = _configure(first, json.Length, LayerFetch.Function, fetch.Context(), target, error.Length);
        if (length > 0)
        {
            throw new LayerException(
                $"the JWT layer rejects its settings: {Encoding.UTF8.GetString(error[..Math.Min(length, error.Length)])}");
        }
        if (length < 0)
            throw new LayerException($"the JWT layer rejects its settings: code {length}.");
    }
}

/// <summary>Codes of <c>cognitojwt.h</c> that are handled; every other negative code is a fault of the layer.</summary>
internal static class LayerCode
{
    public const int KeysPending = -4;
}
