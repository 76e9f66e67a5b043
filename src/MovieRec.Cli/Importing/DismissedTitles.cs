using System.Text;
using System.Text.Json;
using MovieRec.Api.Preferences;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Importing;

/// <summary>Field <c>notInterested</c> of a preferences document: reads it and adds to it without changing other bytes.</summary>
internal sealed class DismissedTitles
{

    private readonly byte[] _document;
    private readonly Range _list;
    private readonly bool _isList;

    /// <param name="document">A JSON object in UTF-8; empty if the user has no preferences.</param>
    public DismissedTitles(ReadOnlyMemory<byte> document)
    {
        _document = document.IsEmpty ? "{}"u8.ToArray() : document.ToArray();
        (_list, _isList) = Find(_document);
        if (!_isList)
            return;
        using var list = JsonDocument.Parse(_document.AsMemory(_list));
        foreach (var entry in list.RootElement.EnumerateArray())
        {
            Count++;
            if (entry.ValueKind == JsonValueKind.String && TitleKey.TryParse(entry.GetString(), out var key))
                Keys.Add(key);
        }
    }

    /// <summary>Keys of the dismissed titles.</summary>
    public HashSet<TitleKey> Keys { get; } = [];

    /// <summary>Number of entries, including unreadable ones.</summary>
    public int Count { get; }

    /// <summary>Adds as many of the first <paramref name="keys"/> as fit.</summary>
    /// <param name="keys">Keys that are not in <see cref="Keys"/>.</param>
    /// <param name="mostEntries">Maximum number of entries, including existing ones.</param>
    /// <param name="mostBytes">Maximum size of the whole document in bytes.</param>
    /// <returns>The document, and the number of keys added.</returns>
    public (byte[] Document, int Added) With(IReadOnlyList<TitleKey> keys, int mostEntries, int mostBytes)
    {
        // Null, or a value that is not a list, carries no information: a list replaces it.
        var isNew = _list.Equals(default(Range));
        var inner = _isList ? Encoding.UTF8.GetString(_document.AsSpan(_list))[1..^1].Trim() : "";
        var isAlone = _document.AsSpan().TrimStart(" \t\r\n"u8)[1..].TrimStart(" \t\r\n"u8) is [(byte)'}', ..];
        var list = new StringBuilder(isNew ? $"{(isAlone ? "" : ",")}\"{PreferencesSchema.NotInterested}\":[" : "[").Append(inner);
        var size = _document.Length - (isNew ? 0 : _document.AsSpan(_list).Length) + Encoding.UTF8.GetByteCount(list.ToString()) + 1;
        var added = 0;
        foreach (var key in keys)
        {
            var entry = $"{(list[^1] == '[' ? "" : ",")}\"{key}\"";
            if (Count + added >= mostEntries || (size += entry.Length) > mostBytes)
                break;
            list.Append(entry);
            added++;
        }
        var (start, length) = isNew ? (_document.AsSpan().LastIndexOf((byte)'}'), 0) : _list.GetOffsetAndLength(_document.Length);
        byte[] bytes =
            [.. _document.AsSpan(0, start), .. Encoding.UTF8.GetBytes(list.Append(']').ToString()), .. _document.AsSpan(start + length)];
        return added == 0 ? (_document, 0) : (bytes, added);
    }

    private static (Range Value, bool IsList) Find(byte[] document)
    {
        var reader = new Utf8JsonReader(document);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = reader.ValueTextEquals(PreferencesSchema.NotInterested);
            reader.Read();
            var (start, isList) = ((int)reader.TokenStartIndex, reader.TokenType == JsonTokenType.StartArray);
            reader.Skip();
            if (isWanted)
                return (start..(int)reader.BytesConsumed, isList);
        }
        return default;
    }
}
