namespace MovieRec.Web.Tests.Surveys;

/// <summary>What is asked about every page.</summary>
public enum Question
{
    /// <summary>Whether things jump while it loads.</summary>
    LayoutShift,

    /// <summary>Findings of axe-core in light colours.</summary>
    Axe,

    /// <summary>Findings of axe-core on colours, in dark ones.</summary>
    AxeInTheDark,

    /// <summary>Whether all of it turns dark with the device.</summary>
    Scheme,

    /// <summary>Whether a thumb can press what is to be pressed.</summary>
    Targets,

    /// <summary>Whether a link gives another window a way back.</summary>
    Links,

    /// <summary>Whether something moves for those who want less of that.</summary>
    Motion,

    /// <summary>Whether what has the focus is seen.</summary>
    Focus,

    /// <summary>Whether it has to be scrolled sideways, where there is little room or the letters are large.</summary>
    Reflow,

    /// <summary>Whether iOS would zoom into a field.</summary>
    Zoom,

    /// <summary>Whether its pictures could be taken.</summary>
    Pictures,
}
