namespace MovieRec.Api.Http;

/// <summary>Limit of a response: Lambda takes 6 MB, in which the body is a JSON string.</summary>
internal static class ResponseSize
{
    /// <summary>Bytes of the largest body, as a JSON string.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Computes the bytes of a body as a JSON string, where a quote and a backslash take two.</summary>
    public static int Compute(ReadOnlySpan<byte> body) => body.Length + body.Count((byte)'"') + body.Count((byte)'\\');

    /// <summary>Counts the items from the start that fit into one response, at least one.</summary>
    public static int CountFitting(IEnumerable<ReadOnlyMemory<byte>> items)
    {
        const int Around = 1024; // {"items":[...],"nextToken":"..."}
        var (count, size) = (0, Around);
        foreach (var item in items)
        {
            size += Compute(item.Span) + 1;
            if (size > MaxBytes && count > 0)
                break;
            count++;
        }

        return count;
    }
}
