using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Features;

/// <summary>Names of people by token, read from the full records of the titles to show.</summary>
/// <remarks>
/// Order of preference: the spelling in the title's own record, in the catalogue if it has names, in the record of another title.
/// </remarks>
internal sealed class PersonNames(IReadOnlyCollection<Title> details)
{
    private readonly Dictionary<TitleKey, Dictionary<string, string>> _read = new(details.Count);

    /// <summary>Returns a person's name; null if no record has it.</summary>
    /// <param name="person">Feature of the director or cast field.</param>
    /// <param name="key">Title for which the name is shown.</param>
    public string? Find(Feature person, TitleKey key)
    {
        foreach (var title in details)
        {
            if (title.Key == key && Read(title).TryGetValue(person.Name, out var own))
                return own;
        }
        if (!PersonToken.IsToken(person.Spelling))
            return person.Spelling;
        foreach (var title in details)
        {
            if (Read(title).TryGetValue(person.Name, out var name))
                return name;
        }
        return null;
    }

    private Dictionary<string, string> Read(Title title)
    {
        if (_read.TryGetValue(title.Key, out var people))
            return people;
        _read[title.Key] = people = new Dictionary<string, string>(title.Cast.Count + title.Directors.Count, StringComparer.Ordinal);
        Add(people, title.Directors);
        Add(people, title.Cast);
        return people;
    }

    private static void Add(Dictionary<string, string> people, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (!PersonToken.IsToken(name))
                _ = people.TryAdd(PersonToken.Create(name), name);
        }
    }
}
