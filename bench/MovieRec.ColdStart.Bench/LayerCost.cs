using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace MovieRec.ColdStart.Bench;

/// <summary>Time per verification with the functions of <c>cognitojwt.h</c>; the layer's library is loaded into this process.</summary>
internal static unsafe class LayerCost
{
    private const int Calls = 5_000;
    private const int Rounds = 5;

    /// <param name="tokens">Tokens, more than 256, so that none is still cached when it is used again.</param>
    /// <returns>Microseconds per token with a verified and with a cached signature; medians over the rounds.</returns>
    public static (double Verified, double Remembered) Measure(Issuer issuer, IReadOnlyList<byte[]> tokens)
    {
        var library = NativeLibrary.Load(Path.Combine(Folders.Layer, "libcognitojwt.so"));
        var configure = (delegate* unmanaged<byte*, int, byte*, int, int>)NativeLibrary.GetExport(library, "cognitojwt_configure");
        var setKeys = (delegate* unmanaged<byte*, int, byte*, int, int>)NativeLibrary.GetExport(library, "cognitojwt_set_keys");
        var verify = (delegate* unmanaged<byte*, int, byte*, int, int>)NativeLibrary.GetExport(library, "cognitojwt_verify");
        Accept(configure, JsonSerializer.SerializeToUtf8Bytes(new
        {
            issuer = Issuer.Name,
            clientIds = new[] { Issuer.ClientId },
            scope = "aws.cognito.signin.user.admin",
            leewaySeconds = 5,
        }));
        Accept(setKeys, issuer.Keys);

        var verified = new List<double>();
        var remembered = new List<double>();
        for (var round = -1; round < Rounds; round++)
        {
            var one = Microseconds(verify, tokens);
            var other = Microseconds(verify, [tokens[0]]);
            if (round < 0)
                continue; // the first round warms up
            verified.Add(one);
            remembered.Add(other);
        }

        return (Figures.Median(verified), Figures.Median(remembered));
    }

    private static void Accept(delegate* unmanaged<byte*, int, byte*, int, int> function, byte[] input)
    {
        Span<byte> error = stackalloc byte[512];
        fixed (byte* first = input, target = error)
        {
            if (function(first, input.Length, target, error.Length) is var length and not 0)
            {
                throw new InvalidOperationException(
                    $"The layer rejects its settings or keys: {Encoding.UTF8.GetString(error[..Math.Max(0, length)])}");
            }
        }
    }

    private static double Microseconds(delegate* unmanaged<byte*, int, byte*, int, int> verify, IReadOnlyList<byte[]> tokens)
    {
        Span<byte> result = stackalloc byte[1024];
        var started = Stopwatch.GetTimestamp();
        for (var call = 0; call < Calls; call++)
        {
            var token = tokens[call % tokens.Count];
            fixed (byte* first = token, target = result)
            {
                if (verify(first, token.Length, target, result.Length) is var length
                    && (length < 0 || !result[..length].StartsWith("{\"sub\""u8)))
                {
                    throw new InvalidOperationException($"The layer rejects a valid token: {length}.");
                }
            }
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / Calls;
    }
}
