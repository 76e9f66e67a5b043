using System.Runtime.InteropServices;

namespace MovieRec.JwtLayer;

/// <summary>The functions of <c>cognitojwt.h</c>.</summary>
/// <remarks>
/// No exception may cross this border, because it would end the process of the caller. Every exception becomes a code, and a code
/// never accepts a token.
/// </remarks>
internal static unsafe class Exports
{
    private const int InterfaceVersion = 3;

    private static Verification? s_verification;

    [UnmanagedCallersOnly(EntryPoint = "cognitojwt_version")]
    public static int Version() => InterfaceVersion;

    [UnmanagedCallersOnly(EntryPoint = "cognitojwt_configure")]
    public static int Configure(byte* json, int length, byte* error, int errorCapacity) =>
        Change(
            json, length, error, errorCapacity,
            static bytes => Volatile.Write(ref s_verification, Verification.Create(Settings.Read(bytes))));

    [UnmanagedCallersOnly(EntryPoint = "cognitojwt_set_keys")]
    public static int SetKeys(byte* jwks, int length, byte* error, int errorCapacity) =>
        Volatile.Read(ref s_verification) is { } verification
            ? Change(jwks, length, error, errorCapacity, verification.SetKeys)
            : Code.NotConfigured;

    [UnmanagedCallersOnly(EntryPoint = "cognitojwt_verify")]
    public static int Verify(byte* token, int length, byte* result, int capacity)
    {
        if ((token is null && length != 0) || length < 0 || result is null || capacity < 0)
            return Code.InvalidArgument;
        try
        {
            return Volatile.Read(ref s_verification) is { } verification
                ? verification.Verify(new ReadOnlySpan<byte>(token, length), new Span<byte>(result, capacity))
                : Code.NotConfigured;
        }
#pragma warning disable CA1031 // No exception may cross the border.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Code.InternalError;
        }
    }

    private static int Change(byte* input, int length, byte* error, int errorCapacity, Action<byte[]> change)
    {
        if ((input is null && length != 0) || length < 0 || error is null || errorCapacity < 1)
            return Code.InvalidArgument;
        try
        {
            change(new ReadOnlySpan<byte>(input, length).ToArray());
            return 0;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            return Text.WriteCut(wrong.Message, new Span<byte>(error, errorCapacity));
        }
#pragma warning disable CA1031 // No exception may cross the border.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Code.InternalError;
        }
    }
}
