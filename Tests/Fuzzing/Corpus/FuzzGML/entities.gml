graph [ node [ id 1 label "B&#252;ro &#x706B; &eacute; &amp; &quot; AT&T &foo; &#0;" ] ]
