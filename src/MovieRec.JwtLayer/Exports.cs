using System.Runtime.InteropServices;

namespace MovieRec.JwtLayer;

/// <summary>The functions of <c>cognitojwt.h</c>.</summary>
/// <remarks>
/// No exception may cross this border, because it would end the process of the caller. Every exception becomes a code, and a code
/// never accepts a token.
/// </remarks>
internal static unsafe class Exports
{
    private const int InterfaceVersion = 2;

    private static Verification? s_verification;

    [UnmanagedCallersOnly(EntryPoint = "cognitojwt_version")]
    public static int Version() => InterfaceVersion;

    [UnmanagedCallersOnly(EntryPoint = "cognitojwt_configure")]
    public static int Configure(
        byte* json, int length, delegate* unmanaged<nint, byte*, int, int, byte*, int, int> fetch, nint context, byte* error,
        int errorCapacity)
    {
        if ((json is null && length != 0) || length < 0 || error is null || errorCapacity < 1)
            return Code.InvalidArgument;
        try
        {
            var settings = Settings.Read(new ReadOnlySpan<byte>(json, length));
            if (fetch is null)
                throw new ArgumentException("fetch is null: give cognitojwt_configure a function that gets the keys.", nameof(fetch));
            Volatile.Write(
                ref s_verification,
                Verification.Create(settings, new CallersFetch(fetch, context, settings.FetchTimeoutSeconds), TimeProvider.System));
            return 0;
        }
        catch (ArgumentException wrong)
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

    [UnmanagedCallersOnly(EntryPoint = "cognitojwt_verify")]
    public static int Verify(byte* token, int length, int wait, byte* result, int capacity)
    {
        if ((token is null && length != 0) || length < 0 || wait is < 0 or > Verification.LongestWait || result is null || capacity < 0)
            return Code.InvalidArgument;
        try
        {
            return Volatile.Read(ref s_verification) is { } verification
                ? verification.Verify(new ReadOnlySpan<byte>(token, length), wait, new Span<byte>(result, capacity))
                : Code.NotConfigured;
        }
#pragma warning disable CA1031 // No exception may cross the border.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Code.InternalError;
        }
    }
}
